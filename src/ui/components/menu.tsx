import type { ComponentChildren, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { later } from '../later';
import type { IconName } from './icon';
import './menu.css';

/** The menu alone, beside the button that opened it, in an element of the class `menu-anchor`. */
export const OpenMenu = later(
  () => import('./open-menu'),
  ({ OpenMenu }) => OpenMenu,
);

export type MenuItem = {
  label: string;
  icon?: IconName;
  /** The key that does the same without the menu. */
  shortcut?: string | undefined;
  /** Leads to a question whose answer is the danger. */
  isDanger?: boolean;
  choose: () => void;
};

/** How a menu is closed: with the focus back on its button, or where it went by itself. */
export type Closing = { close: () => void; leave: () => void };

type ButtonProps = {
  label: string;
  /** A button like others, where it carries words instead of a sign. */
  look?: 'icon' | 'plain';
  /** The menu, made when it is opened. */
  menu: (closing: Closing) => VNode;
  /** What a choice leads to, at the same button. */
  beside?: ComponentChildren;
  children: ComponentChildren;
};

/** A button that opens a menu. */
export function MenuButton({ label, look = 'icon', menu, beside, children }: ButtonProps) {
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
      {open && menu({ close, leave: () => setOpen(false) })}
      {beside}
    </span>
  );
}

/** The same for items that are known. */
export function Menu({ items, ...button }: Omit<ButtonProps, 'menu'> & { items: MenuItem[] }) {
  return <MenuButton {...button} menu={(closing) => <OpenMenu label={button.label} items={items} {...closing} />} />;
}
