import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon';
import type { Closing, MenuItem } from './menu';
import './more-icons';

const STEPS: Readonly<Record<string, (index: number, length: number) => number>> = {
  ArrowDown: (index, length) => (index + 1) % length,
  ArrowUp: (index, length) => (index - 1 + length) % length,
  Home: () => 0,
  End: (_, length) => length - 1,
};

type OpenProps = {
  label: string;
  items: MenuItem[];
  /** The end of the button at which it begins. */
  from?: 'start' | 'end';
  close: Closing['close'];
  /** Where it is not closed in the same way. */
  leave?: Closing['leave'];
};

/** Where a key leads from the item at `index`, or nowhere. A letter goes on to the next item that begins with it. */
function target({ key }: KeyboardEvent, items: readonly MenuItem[], index: number): number | undefined {
  const step = STEPS[key];
  if (step) return step(index, items.length);
  if (key.length !== 1 || key === ' ') return undefined;
  const begins = ({ label }: MenuItem) => label.toLowerCase().startsWith(key.toLowerCase());
  const places = [...items.keys()].filter((place) => items.slice(place, place + 1).some(begins));
  return places.find((place) => place > index) ?? places[0];
}

/** Arrow keys and first letters move in it, Escape and a click elsewhere close it, and the focus goes back. */
export function OpenMenu({ label, items, from = 'end', close, leave = close }: OpenProps) {
  const list = useRef<HTMLDivElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  useLayoutEffect(() => {
    list.current?.showPopover();
    buttons()[0]?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = buttons().findIndex((each) => each.matches(':focus'));
    const to = target(event, items, at);
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') leave();
    else if (to !== undefined) buttons()[to]?.focus();
    if (event.key === 'Escape' || to !== undefined) event.preventDefault();
  };
  return (
    <div
      role="menu"
      class={from === 'start' ? 'menu at-start' : 'menu'}
      popover="auto"
      aria-label={label}
      ref={list}
      onKeyDown={onKeyDown}
      onToggle={(event) => event.newState === 'closed' && leave()}
    >
      {items.map((item, index) => (
        <Item key={`${index} ${item.label}`} {...item} close={close} />
      ))}
    </div>
  );
}

function Item({ label, icon, shortcut, isDanger = false, choose, close }: MenuItem & { close: () => void }) {
  return (
    <button
      type="button"
      role="menuitem"
      class={isDanger ? 'to-danger' : ''}
      onClick={() => {
        close();
        choose();
      }}
    >
      {icon && <Icon name={icon} />}
      {label}
      {shortcut && (
        <span class="key" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </button>
  );
}
