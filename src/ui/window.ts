import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { inBackground } from '../platform/log';

/** How the rows of a list stand, known without a look at any: `topOf(count)` is the height of all of them. */
export type Layout = {
  count: number;
  topOf: (index: number) => number;
  /** Only the first of them are known yet: none of the others can be drawn, and nobody looks whether they are seen. */
  isPart?: boolean;
};

/** The rows from one on, up to but without another. */
export type Range = { from: number; to: number };

/** What a row of a window says of itself to who hears it, and where it stands. Lengths are texts: preact 11 leaves numbers out. */
type Place = { 'aria-posinset': number; 'aria-setsize': number; style?: { height: string; marginTop?: string } };

/** A row that is drawn. */
export type Drawn = { index: number; attributes: Place };

/** So few are all drawn. */
export const FEW = 60;

/** So many in the first frame, before anything is known of the screen: as many as a popup shows. */
const FIRST = 12;

export const uniform = (count: number, height: number): Layout => ({ count, topOf: (index) => index * height });

/**
 * Those in the range, and each of `kept` with its neighbours, so that Tab goes on from it. Of a list that has become
 * shorter than the range, its end: a page that was scrolled further stands there now.
 */
function indexesOf(count: number, { from, to }: Range, kept: readonly number[]): number[] {
  const [first, last] =
    count <= FEW ? [0, count] : [Math.max(Math.min(from, count - (to - from)), 0), Math.min(to, count)];
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

/** What a list in a window knows of itself. */
export type Latest = { list: HTMLElement | null; layout: Layout; range: Range };

/**
 * A window of a long list: only the rows near what is seen are drawn, and those that are `kept` because they have the
 * focus. Nothing is measured for the first frame, nor is the code for it there, and nothing is drawn anew while all that
 * is seen is there.
 */
export function useWindow(list: RefObject<HTMLElement | null>, layout: Layout, kept: readonly number[]) {
  const [range, show] = useState<Range>({ from: 0, to: FIRST });
  const latest = useRef({ layout, range });
  latest.current = { layout, range };
  const look = useRef<() => void>(() => undefined);
  const isWatched = layout.count > FEW && !layout.isPart;
  useEffect(() => {
    if (!isWatched) return;
    const watching = import('./seen').then((code) => {
      const seen = code.watchSeen(() => ({ ...latest.current, list: list.current }), show);
      look.current = seen.look;
      look.current();
      return seen.stop;
    });
    return () =>
      inBackground(
        'a window',
        watching.then((stop) => stop()),
      );
  }, [isWatched]);
  // What stands above the list may have changed with it, and moved it.
  useEffect(() => {
    const waiting = requestIdleCallback(() => look.current());
    return () => cancelIdleCallback(waiting);
  });
  return drawnOf(layout, range, kept);
}
