import type { ComponentChildren, VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { useRows } from './keys/rows';
import { type Drawn, FEW } from './window';

type Props<T> = {
  label?: string | undefined;
  class?: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** In pixels, where there are too many to be all drawn: few are as high as their text. */
  heightOf: (item: T, index: number) => number;
  /** A row, with its key and its place. */
  children: (item: T, place: Drawn['attributes'], index: number) => VNode;
  /** What stands below the rows, as an item of the same list. */
  below?: ComponentChildren;
};

/** A list of any length, of which as much is drawn as is seen. */
export function LongList<T>({ label, items, keyOf, heightOf, children, below, class: look = '' }: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  const keys = useMemo(() => items.map(keyOf), [items]);
  const tops = useMemo(() => {
    const all = [0];
    for (const [index, item] of items.entries()) all.push((all[index] ?? 0) + heightOf(item, index));
    return all;
  }, [items]);
  const { drawn, rest, box } = useRows(list, { keys, count: keys.length, topOf: (index) => tops[index] ?? 0 });
  return (
    <ul
      class={`rows ${items.length > FEW ? 'long' : ''} ${look}`}
      aria-label={label}
      ref={list}
      style={below ? undefined : { paddingBottom: rest }}
      {...box}
    >
      {drawn.map(({ index, attributes }) => {
        const item = items[index];
        return item && children(item, attributes, index);
      })}
      {below && <li style={{ marginTop: rest }}>{below}</li>}
    </ul>
  );
}
