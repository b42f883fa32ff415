import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPositions, positionAt } from './json-positions';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each([
  ['', 0],
  ['{', 1],
  ['[1,]', 3],
  ['[1 2]', 3],
  ['{"a" 1}', 5],
  ['{"a":1,}', 7],
  ['{a:1}', 1],
  ['[1}', 2],
  ['[01]', 2],
  ['["a\nb"]', 1],
  ["['a']", 1],
  ['[1] // why', 4],
  ['[1]\n\n', null],
  ['{}', null],
  ['{"a":[{},[],"\\u00e9",-1.5e3,true,null]}', null],
  [']', 0],
  ['[\u00a01]', 1],
])('%j stops being JSON at %s', (text, stop) => {
  expect(jsonPositions(text).stop).toBe(stop);
});

test('values are found by their pointers, to two steps', () => {
  const text = '{"a/b": [10, {"deep": [1]}], "c": 1, "c": 2}';
  const { starts } = jsonPositions(text);
  const found = [...starts].map(([pointer, at]) => [pointer, text[at]]);
  expect(found).toEqual([
    ['', '{'],
    ['/a~1b', '['],
    ['/a~1b/0', '1'],
    ['/a~1b/1', '{'],
    ['/c', '2'],
  ]);
});

test('it takes for JSON what the engine takes for JSON', () => {
  const scraps = fc.array(
    fc.constantFrom(...'{}[],:" \n-.0e1\\u'.split(''), 'true', 'null', '"a"', '"\\u00zz"', '1.5', '[1]', '{"a":1}'),
    { maxLength: 8 },
  );
  const texts = fc.oneof(
    scraps.map((parts) => parts.join('')),
    fc.json(),
    fc.string(),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(jsonPositions(text).stop === null).toBe(isJson(text));
    }),
    { numRuns: 5_000 },
  );
});

test('no depth and no length exhausts it', () => {
  const depth = 200_000;
  expect(jsonPositions('['.repeat(depth)).stop).toBe(depth);
  expect(jsonPositions('['.repeat(depth) + ']'.repeat(depth)).stop).toBeNull();
  expect(jsonPositions(JSON.stringify('x'.repeat(900_000))).stop).toBeNull();
  expect(jsonPositions(`"${'x'.repeat(900_000)}`).stop).toBe(0);
  expect(jsonPositions(`1${' '.repeat(900_000)}x`).stop).toBe(900_001);
});

test.each([
  ['a\nb', 0, { line: 1, column: 1 }],
  ['a\nb', 2, { line: 2, column: 1 }],
  ['a\r\nb\r\nc d', 8, { line: 3, column: 3 }],
  ['a\rb', 2, { line: 2, column: 1 }],
])('%j at %i is %j', (text, offset, position) => {
  expect(positionAt(text, offset)).toEqual(position);
});
