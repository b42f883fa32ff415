import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { indexIn, type Rows, useRows } from './rows';

/** `page`: as many rows as one sees at once. */
type Step = (at: number, last: number, page: number) => number;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  PageDown: (at, last, page) => Math.min(at + page, last),
  PageUp: (at, _, page) => Math.max(at - page, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Of what fits into the window so many rows stand under something else, or are what one goes on from. */
const HIDDEN = 3;

const buttonsIn = (row: Element | undefined) => [...(row?.querySelectorAll<HTMLElement>('button') ?? [])];

/** Of all rows one is on the way of Tab: that which had the focus last, or the first. */
function settle(list: HTMLElement, current: Element | undefined): void {
  for (const row of list.children) {
    const tabIndex = row === current ? 0 : -1;
    // What is set to what it is, is a change to whoever watches the document.
    for (const button of buttonsIn(row))
      if (button.tabIndex !== tabIndex && !button.closest('[role="menu"]')) button.tabIndex = tabIndex;
  }
}

const stepOf = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) =>
  ctrlKey || altKey || metaKey ? undefined : STEPS[key];

/**
 * Arrow keys, Page up and down, Home and End move through the rows of a list, also to those that are not drawn yet; Tab
 * goes past all of them but one.
 */
export function useRoving(list: RefObject<HTMLElement | null>, rows: Rows) {
  const { keys, count, topOf } = rows;
  const { drawn, rest, at, move, box } = useRows(list, rows);
  const going = useRef<number | null>(null); // to a row that need not be known yet
  useLayoutEffect(() => {
    const children = [...(list.current?.children ?? [])];
    const row = children[drawn.findIndex(({ index }) => index === at)];
    if (list.current) settle(list.current, row ?? children[0]);
    const to = going.current === null ? undefined : keys[going.current];
    if (to === undefined) return;
    if (going.current !== at) return move(to);
    buttonsIn(row)[0]?.focus();
    going.current = null;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event);
    const from = indexIn(list, event.target);
    if (!step || from < 0) return;
    event.preventDefault();
    const page = Math.max(Math.floor(innerHeight / topOf(1)) - HIDDEN, 1);
    going.current = step(from, count - 1, page);
    move(keys[going.current] ?? keys[from] ?? null);
  };
  return { drawn, rest, box: { ...box, onKeyDown } };
}
