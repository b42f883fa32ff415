import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import './menu.css';

export type MenuItem = { label: string; choose: () => void };

type Props = {
  label: string;
  items: MenuItem[];
  /** A button like others, where it carries words instead of a sign. */
  look?: 'icon' | 'plain';
  children: ComponentChildren;
};

const STEPS: Readonly<Record<string, (index: number, length: number) => number>> = {
  ArrowDown: (index, length) => (index + 1) % length,
  ArrowUp: (index, length) => (index - 1 + length) % length,
  Home: () => 0,
  End: (_, length) => length - 1,
};

/** A button that opens a menu; arrow keys move in it, Escape and a click elsewhere close it, focus goes back. */
export function Menu({ label, items, look = 'icon', children }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <span class="menu-anchor">
      <button
        type="button"
        class={look === 'icon' ? 'icon-button' : ''}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        ref={button}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && <OpenMenu label={label} items={items} close={close} leave={() => setOpen(false)} />}
    </span>
  );
}

function OpenMenu({
  label,
  items,
  close,
  leave,
}: Pick<Props, 'label' | 'items'> & { close: () => void; leave: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  useLayoutEffect(() => {
    list.current?.showPopover();
    buttons()[0]?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') leave();
    else if (step)
      buttons()[
        step(
          buttons().findIndex((each) => each.matches(':focus')),
          items.length,
        )
      ]?.focus();
    if (event.key === 'Escape' || step) event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="menu"
      class="menu"
      popover="auto"
      aria-label={label}
      ref={list}
      onKeyDown={onKeyDown}
      onToggle={(event) => event.newState === 'closed' && leave()}
    >
      {items.map((item, index) => (
        <button
          type="button"
          role="menuitem"
          key={`${index} ${item.label}`}
          onClick={() => {
            close();
            item.choose();
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}
