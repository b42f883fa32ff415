import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LOOK } from './look';

test('the question has the colours of everything else', () => {
  const sheet = readFileSync('src/ui/base.css', 'utf8');
  const colours = LOOK.match(/--[\w-]+: (?:light-dark|rgb)\(.*\);/g) ?? [];
  expect(colours.length).toBeGreaterThan(8);
  expect(colours.filter((each) => !sheet.includes(`  ${each}\n`))).toEqual([]);
});
