import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Row = { number: string; tests: string };

const rows: Row[] = readFileSync('docs/threat-model.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!no\.|---)/.test(line))
  .map((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return { number: cells[1] ?? '', tests: cells[5] ?? '' };
  });

const commands = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);

const sources = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Whether a file has a test of that title, as it stands there: no `describe`, which plays nothing. */
function isThere(file: string, title: string): boolean {
  const literal = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!describe)\\(\\s*(['"\`])${literal}\\1\\s*,`).test(sources(file));
}

test('each threat of the list has a row, which names a test by its title', () => {
  const numbered = rows.filter(({ number }) => number !== '');
  expect(numbered.map(({ number }) => number)).toEqual(Array.from({ length: 31 }, (_, index) => `T${index + 1}`));
  for (const { number, tests } of numbered) expect(tests, number).toMatch(/`[\w./-]+\.(test|spec)\.ts` \*[^*]+\*/);
});

test('each test, file and command that a row names is there', () => {
  const named = rows.flatMap(({ number, tests }) =>
    [...tests.matchAll(/`([^`]+)`((?:;? ?\*[^*]+\*)*)/g)].map(([, place = '', titles = '']) => ({
      number,
      place,
      titles: [...titles.matchAll(/\*([^*]+)\*/g)].map(([, title = '']) => title),
    })),
  );
  const missing = named.flatMap(({ number, place, titles }) => {
    const command = /^npm run ([\w:-]+)/.exec(place)?.[1];
    if (command !== undefined) return commands.includes(command) ? [] : [`${number} ${place}`];
    const folder = place.replace(/\/[^/]*\*[^/]*$/, '');
    const isFile = place.includes('*') ? readdirSync(folder).length > 0 : existsSync(place);
    const lost = titles.filter((title) => !isThere(place, title));
    return isFile ? lost.map((title) => `${number} ${place}: ${title}`) : [`${number} ${place}`];
  });
  expect(missing).toEqual([]);
  expect(named.length).toBeGreaterThan(100);
});

test('nowhere is it said that a history of the clipboard is emptied', () => {
  const languages = readdirSync('public/_locales');
  expect(languages.length).toBeGreaterThan(5);
  const english = sources('public/_locales/en/messages.json');
  expect(english).toContain('No extension can remove it.');
  const texts = ['README.md', 'PRIVACY.md', 'SECURITY.md', 'docs/store/listing.md'].map(sources).join('\n') + english;
  expect(texts).not.toMatch(/\b(?:clears?|empt(?:y|ies)|erases?|deletes?|removes?)\b[^.]{0,40}clipboard histor/i);
  expect(texts).toMatch(/clipboard history/i);
});
