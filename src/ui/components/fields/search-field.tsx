import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { message as m } from '../../../platform/message';
import { Icon } from '../icon';
import './field.css';

type SearchProps = {
  label: string;
  value: string;
  /** The key that leads here, where there is one. */
  shortcut?: string | undefined;
  field?: RefObject<HTMLInputElement | null>;
  /** How it is marked where something is wrong with what is searched for here. */
  wrong?: object;
  /** What is said of it for a moment; empty where that is nothing. */
  says?: string;
  onInput: (text: string) => void;
  /** Somebody types, or goes. */
  onLeave?: () => void;
};

/** A field to search in. Its label stands in it, and is its name. */
export function SearchField({ label, value, shortcut, field: given, wrong, says, onInput, onLeave }: SearchProps) {
  const own = useRef<HTMLInputElement>(null);
  const field = given ?? own;
  const clear = () => {
    onInput('');
    field.current?.focus();
  };
  return (
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
        onInput={(event) => {
          onLeave?.();
          onInput(event.currentTarget.value);
        }}
        onBlur={onLeave}
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
  );
}
