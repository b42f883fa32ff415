import type { ComponentChildren } from 'preact';
import { useFault } from '../fault';
import { Icon } from '../icon';
import './field.css';

/** A label above its control; the label's text is the control's name. */
export function Field({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label class="field">
      <span class="field-label">{label}</span>
      {children}
    </label>
  );
}

type TextProps = {
  label: string;
  value: string;
  maxLength?: number;
  placeholder?: string;
  spellcheck?: boolean;
  /** What is wrong with it, as a sentence. */
  fault?: string | null;
  onInput: (text: string) => void;
};

export function TextField({ label, fault = null, onInput, ...input }: TextProps) {
  const { wrong, said } = useFault(fault);
  return (
    <>
      <Field label={label}>
        <input
          type="text"
          autocomplete="off"
          {...input}
          {...wrong}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </Field>
      {said}
    </>
  );
}

type CheckboxProps = {
  label: string;
  checked: boolean;
  /** It stands for several, some of which are checked. */
  isMixed?: boolean;
  disabled?: boolean;
  /** The id of what explains it. */
  describedBy?: string | undefined;
  onChange: (checked: boolean) => void;
};

export function Checkbox({ label, checked, isMixed = false, disabled, describedBy, onChange }: CheckboxProps) {
  // Written each time that it is drawn: a press takes it away also where it is to stay.
  const mix = (box: HTMLInputElement | null) => {
    if (box) box.indeterminate = isMixed;
  };
  return (
    <label class="check">
      <input
        ref={mix}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <bdi>{label}</bdi>
    </label>
  );
}

export type Option = { value: string; label: string };

type SelectProps = {
  /** For one that is drawn anew by what is chosen, and keeps the focus. */
  id?: string;
  value: string;
  options: Option[];
  onChange: (value: string) => void;
};
type ChoiceProps = SelectProps & {
  label: string;
  /** What is wrong with it, as a sentence. */
  fault?: string | null;
  disabled?: boolean;
};

function Select({
  id,
  value,
  options,
  disabled = false,
  wrong,
  onChange,
}: SelectProps & { disabled?: boolean; wrong: object }) {
  return (
    <span class="select">
      <select
        id={id}
        value={value}
        disabled={disabled}
        {...wrong}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
}

export function Choice({ label, fault = null, ...select }: ChoiceProps) {
  const { wrong, said } = useFault(fault);
  return (
    <>
      <Field label={label}>
        <Select {...select} wrong={wrong} />
      </Field>
      {said}
    </>
  );
}
