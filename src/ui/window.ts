import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** How the rows of a list stand, known without a look at any: `topOf(count)` is the height of all of them. */
export type Layout = { count: number; topOf: (index: number) => number };

/** The rows from one on, up to but without another. */
type Range = { from: number; to: number };

/** What a row of a window says of itself to who hears it, and where it stands. Lengths are texts: preact 11 leaves numbers out. */
type Place = { 'aria-posinset': number; 'aria-setsize': number; style?: { height: string; marginTop?: string } };

/** A row that is drawn. */
export type Drawn = { index: number; attributes: Place };

/** So few are all drawn. */
export const FEW = 60;

/** So many in the first frame, before anything is known of the screen: as many as a popup shows. */
const FIRST = 12;

/** So many more than are seen, each way: a turn of the wheel, and a page of them. */
const AHEAD = 12;

export const uniform = (count: number, height: number): Layout => ({ count, topOf: (index) => index * height });

/** The row at a height, counted from the top of the first. */
export function rowAt({ count, topOf }: Layout, height: number): number {
  let [low, high] = [0, Math.max(count - 1, 0)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (topOf(middle) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Those in the range, and each of `kept` with its neighbours, so that Tab goes on from it. */
function indexesOf(count: number, { from, to }: Range, kept: readonly number[]): number[] {
  const [first, last] = count <= FEW ? [0, count] : [Math.max(from, 0), Math.min(to, count)];
  const near = kept.filter((each) => each >= 0).flatMap((each) => [each - 1, each, each + 1]);
  const indexes = new Set(near.filter((index) => index >= 0 && index < count));
  for (let index = first; index < last; index += 1) indexes.add(index);
  return [...indexes].sort((a, b) => a - b);
}

/**
 * What is drawn of a list, and the room of the rows below that are not: so the list is as high as all of them. Few rows
 * are as high as their text.
 */
export function drawnOf(layout: Layout, range: Range, kept: readonly number[]) {
  const { count, topOf } = layout;
  const isWindow = count > FEW;
  let bottom = 0;
  const drawn = indexesOf(count, range, kept).map((index): Drawn => {
    const gap = topOf(index) - bottom;
    bottom = topOf(index + 1);
    const height = `${bottom - topOf(index)}px`;
    const style = gap > 0 ? { height, marginTop: `${gap}px` } : { height };
    return { index, attributes: { 'aria-posinset': index + 1, 'aria-setsize': count, ...(isWindow && { style }) } };
  });
  return { drawn, rest: `${isWindow ? topOf(count) - bottom : 0}px` };
}

const EVERYTHING: Range = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** Looks when somebody has scrolled, whatever it is that scrolls here, and when the window has another size. Paper takes all. */
function watch(look: () => void, drawAll: () => void): () => void {
  const passive = { capture: true, passive: true };
  document.addEventListener('scroll', look, passive);
  addEventListener('resize', look);
  addEventListener('beforeprint', drawAll);
  addEventListener('afterprint', look);
  return () => {
    document.removeEventListener('scroll', look, passive);
    removeEventListener('resize', look);
    removeEventListener('beforeprint', drawAll);
    removeEventListener('afterprint', look);
  };
}

/** What can be seen of a list that begins there. */
function seenOf(layout: Layout, box: HTMLElement): Range {
  const { top } = box.getBoundingClientRect();
  return { from: rowAt(layout, -top), to: rowAt(layout, innerHeight - top) + 1 };
}

/** Whether a range shows what is seen, and is not much more. */
function fits(range: Range, seen: Range, count: number): boolean {
  const isShown = range.from <= seen.from && Math.min(range.to, count) >= seen.to;
  return isShown && range.to - range.from <= seen.to - seen.from + 4 * AHEAD;
}

/**
 * A window of a long list: only the rows near what is seen are drawn, and those that are `kept` because they have the
 * focus. Nothing is measured for the first frame, and nothing is drawn anew while all that is seen is there.
 */
export function useWindow(list: RefObject<HTMLElement | null>, layout: Layout, kept: readonly number[]) {
  const [range, show] = useState<Range>({ from: 0, to: FIRST });
  const latest = useRef({ layout, range });
  latest.current = { layout, range };
  const look = useRef(() => {
    const { current: now } = latest;
    if (!list.current || now.layout.count <= FEW) return;
    const seen = seenOf(now.layout, list.current);
    if (!fits(now.range, seen, now.layout.count)) show({ from: seen.from - AHEAD, to: seen.to + AHEAD });
  });
  useEffect(() => watch(look.current, () => show(EVERYTHING)), []);
  // What stands above the list may have changed with it, and moved it.
  useEffect(() => {
    const waiting = requestIdleCallback(look.current);
    return () => cancelIdleCallback(waiting);
  });
  return drawnOf(layout, range, kept);
}
