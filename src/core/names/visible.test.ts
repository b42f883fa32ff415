import { describe, expect, test } from 'vitest';
import { contained, visible } from './visible';

describe('a name as it is shown', () => {
  test.each([
    ['an override', '\u202eyolped', '\\u{202E}yolped'],
    ['a blank of no width', 'deploy\u200b', 'deploy\\u{200B}'],
    ['a soft hyphen', 'de\u00adploy', 'de\\u{AD}ploy'],
    ['a tag', 'deploy\u{e0041}', 'deploy\\u{E0041}'],
    ['a Hangul filler', 'deploy\u3164', 'deploy\\u{3164}'],
    ['NUL and the end of a line', 'a\0b\nc', 'a\\u{0}b\\u{A}c'],
    ['half a letter', 'a\ud800', 'a\\u{D800}'],
    ['an isolate without an end', 'a\u2067b', 'a\\u{2067}b'],
  ])('shows %s by its code', (_, name, shown) => {
    expect(visible(name)).toBe(shown);
  });

  test.each(['ci-build', 'אסימון לשרת', 'توكن (CI)', '构建', '🚀👩‍👩‍👧‍👦🏳️‍🌈 deploy 🔑', '1️⃣ first', 'naïve é'])(
    'leaves %s as it is',
    (name) => {
      expect(visible(name)).toBe(name);
    },
  );
});

describe('a name in a sentence', () => {
  test('stays as it is where it cannot turn anything', () => {
    expect(contained('ci-build')).toBe('ci-build');
    expect(contained('\\u{202E}yolped')).toBe('\\u{202E}yolped');
  });

  test('is isolated where it is written from right to left', () => {
    expect(contained('אסימון')).toBe('\u2068אסימון\u2069');
    expect(contained(`of ${contained('אסימון')}`)).toBe('\u2068of \u2068אסימון\u2069\u2069');
  });

  test.each(['\u202eab', 'ab\u2069cd', 'ab\u2067', '\u2068a\u2069\u2069'])('%j cannot reach out of it', (name) => {
    expect(contained(name)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});
