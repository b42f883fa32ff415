import type { Latest, Layout, Range } from './window';

/** So many more than are seen, each way: a turn of the wheel, and a page of them. */
const AHEAD = 12;

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

/** Keeps drawn what is seen of a list, as its window knows it. `look` looks now. */
export function watchSeen(latest: () => Latest, show: (range: Range) => void) {
  const look = () => {
    const { list, layout, range } = latest();
    if (!list) return;
    const seen = seenOf(layout, list);
    if (!fits(range, seen, layout.count)) show({ from: seen.from - AHEAD, to: seen.to + AHEAD });
  };
  return { look, stop: watch(look, () => show(EVERYTHING)) };
}
