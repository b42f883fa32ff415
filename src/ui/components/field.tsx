import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { message as m } from '../../platform/message';
import { useFault } from './fault';
import { Icon } from './icon';
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
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        indeterminate={isMixed}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <bdi>{label}</bdi>
    </label>
  );
}

export type Option = { value: string; label: string };

type SelectProps = { value: string; options: Option[]; onChange: (value: string) => void };
type ChoiceProps = SelectProps & { label: string };

function Select({ value, options, onChange }: SelectProps) {
  return (
    <span class="select">
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
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

export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Field label={label}>
      <Select value={value} options={options} onChange={onChange} />
    </Field>
  );
}

type SearchProps = {
  label: string;
  value: string;
  /** The key that leads here, where there is one. */
  shortcut?: string | undefined;
  field?: RefObject<HTMLInputElement | null>;
  /** What is wrong with what is searched for here. */
  fault?: string | null;
  /** What is said of it for a moment; empty where that is nothing. */
  says?: string;
  onInput: (text: string) => void;
};

/** A field to search in. Its label stands in it, and is its name. */
export function SearchField({ label, value, shortcut, field: given, fault = null, says, onInput }: SearchProps) {
  const { wrong, said } = useFault(fault);
  const own = useRef<HTMLInputElement>(null);
  const field = given ?? own;
  const clear = () => {
    onInput('');
    field.current?.focus();
  };
  return (
    <>
      <span class="search">
        <Icon name="search" />
        <input
          type="search"
          aria-label={label}
          aria-keyshortcuts={shortcut}
          placeholder={label}
          value={value}
          ref={field}
          {...wrong}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        {shortcut && (
          <span class="key" aria-hidden="true">
            {shortcut}
          </span>
        )}
        {value !== '' && (
          <button type="button" class="icon-button" aria-label={m('clear_search')} onClick={clear}>
            <Icon name="close" />
          </button>
        )}
        {says !== undefined && (
          <span role="status" class="search-says">
            {says}
          </span>
        )}
      </span>
      {said}
    </>
  );
}
