import type { ComponentChildren } from 'preact';
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
  onInput: (text: string) => void;
};

export function TextField({ label, onInput, ...input }: TextProps) {
  return (
    <Field label={label}>
      <input type="text" autocomplete="off" {...input} onInput={(event) => onInput(event.currentTarget.value)} />
    </Field>
  );
}

type CheckboxProps = {
  label: string;
  checked: boolean;
  disabled?: boolean;
  /** The id of what explains it. */
  describedBy?: string | undefined;
  onChange: (checked: boolean) => void;
};

export function Checkbox({ label, checked, disabled, describedBy, onChange }: CheckboxProps) {
  return (
    <label class="check">
      <input
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

type ChoiceProps = { label: string; value: string; options: Option[]; onChange: (value: string) => void };

export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Field label={label}>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
