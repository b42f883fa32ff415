import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

const buttonsIn = (row: Element | undefined) => [...(row?.querySelectorAll<HTMLElement>('button') ?? [])];

/** Of all rows one is on the way of Tab: that which had the focus last, or the first. */
function settle(list: HTMLElement, current: Element | undefined): void {
  for (const row of list.children) {
    const tabIndex = row === current ? 0 : -1;
    for (const button of buttonsIn(row)) if (!button.closest('[role="menu"]')) button.tabIndex = tabIndex;
  }
}

/** Arrow keys, Home and End move through the rows of a list; Tab goes past all of them but one. */
export function useRoving(list: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return;
    const chosen = [...box.children].find((row) => buttonsIn(row)[0]?.tabIndex === 0);
    settle(box, chosen ?? box.children[0]);
  });
  useLayoutEffect(() => {
    const box = list.current;
    const rowOf = ({ target }: Event) => [...(box?.children ?? [])].find((row) => row.contains(target as Node));
    const onFocus = (event: FocusEvent) => box && settle(box, rowOf(event));
    const onKeyDown = (event: KeyboardEvent) => {
      const step = event.ctrlKey || event.altKey || event.metaKey ? undefined : STEPS[event.key];
      const rows = [...(box?.children ?? [])];
      const at = rows.findIndex((row) => row.contains(event.target as Node));
      if (!step || at < 0) return;
      event.preventDefault();
      buttonsIn(rows[step(at, rows.length - 1)])[0]?.focus();
    };
    box?.addEventListener('focusin', onFocus);
    box?.addEventListener('keydown', onKeyDown);
    return () => {
      box?.removeEventListener('focusin', onFocus);
      box?.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
