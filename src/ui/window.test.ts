import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowAt } from './seen';
import { drawnOf, FEW, type Layout, uniform } from './window';

const lengthOf = (length: string) => Number(/^(\d+)px$/.exec(length)?.[1]);

/** The height of a list that is drawn, and where each of its rows stands, as a browser would lay it out. */
function laidOut({ topOf }: Layout, { drawn, rest }: ReturnType<typeof drawnOf>) {
  let bottom = 0;
  const tops = drawn.map(({ index, attributes }) => {
    const top = bottom + lengthOf(attributes.style?.marginTop ?? '0px');
    bottom = top + (attributes.style ? lengthOf(attributes.style.height) : topOf(index + 1) - topOf(index));
    return { index, top };
  });
  return { tops, height: bottom + lengthOf(rest) };
}

/** Rows of several heights. */
function layoutOf(heights: readonly number[]): Layout {
  const tops = [0];
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height);
  return { count: heights.length, topOf: (index) => tops[index] ?? 0 };
}

const anyHeights = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 200 });
const anyKept = fc.array(fc.integer({ min: -1, max: 250 }), { maxLength: 3 });

test('whatever is drawn, the list is as high as all its rows, and each row stands where it would', () => {
  fc.assert(
    fc.property(anyHeights, fc.nat(250), fc.nat(80), anyKept, (heights, from, size, kept) => {
      const layout = layoutOf(heights);
      const { tops, height } = laidOut(layout, drawnOf(layout, { from, to: from + size }, kept));
      expect(height).toBe(layout.topOf(layout.count));
      expect(tops).toEqual(tops.map(({ index }) => ({ index, top: layout.topOf(index) })));
      const indexes = tops.map(({ index }) => index);
      const wanted = [...heights.keys()].filter(
        (index) => heights.length <= FEW || (index >= from && index < from + size) || kept.includes(index),
      );
      expect(indexes).toEqual(expect.arrayContaining(wanted));
      expect(indexes).toEqual([...new Set(indexes)].sort((a, b) => a - b));
    }),
  );
});

test('a row that has the focus is drawn with its neighbours, wherever one has scrolled to, and says which it is', () => {
  const { drawn } = drawnOf(uniform(10_000, 46), { from: 5_000, to: 5_003 }, [7]);
  expect(drawn.map(({ index }) => index)).toEqual([6, 7, 8, 5_000, 5_001, 5_002]);
  expect(drawn[1]?.attributes).toEqual({ 'aria-posinset': 8, 'aria-setsize': 10_000, style: { height: '46px' } });
});

test('a list that becomes shorter than where one has scrolled to shows its end', () => {
  const { drawn } = drawnOf(uniform(200, 46), { from: 5_000, to: 5_030 }, []);
  expect(drawn.map(({ index }) => index)).toEqual(Array.from({ length: 30 }, (_, at) => 170 + at));
});

test('the row at a height is the one that is drawn there', () => {
  fc.assert(
    fc.property(anyHeights, fc.integer({ min: -100, max: 20_000 }), (heights, height) => {
      const layout = layoutOf(heights);
      const { count, topOf } = layout;
      const found = rowAt(layout, height);
      if (count === 0 || height < 0) expect(found).toBe(0);
      else if (height >= topOf(count)) expect(found).toBe(count - 1);
      else expect(topOf(found) <= height && height < topOf(found + 1)).toBe(true);
    }),
  );
});
