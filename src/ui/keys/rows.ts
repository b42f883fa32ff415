import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { returnsTo } from '../return-to';
import { type Layout, useWindow } from '../window';

/** The rows by the keys that they have in the list, as far as they are known; how many there are, and where each stands. */
export type Rows = Layout & { keys: readonly string[] };

/** Which row of the list has an element in it. */
export function indexIn(list: RefObject<HTMLElement | null>, element: EventTarget | null): number {
  const row = [...(list.current?.children ?? [])].find((each) => each.contains(element as Node));
  return Number(row?.ariaPosInSet ?? 0) - 1;
}

/**
 * The rows of a long list in a window. That which has the focus stays drawn wherever one scrolls to, and so does that
 * which is about to get it back. `box` is for the list, what is in `drawn` for the rows, `rest` for what stands below them.
 */
export function useRows(list: RefObject<HTMLElement | null>, { keys, ...layout }: Rows) {
  const [current, move] = useState(returnsTo);
  const at = current === null ? -1 : keys.indexOf(current);
  const { drawn, rest } = useWindow(list, layout, [at]);
  const onFocusIn = ({ target }: FocusEvent) => move(keys[indexIn(list, target)] ?? null);
  return { drawn, rest, at, move, box: { onFocusIn } };
}
