import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { guardWordsIn } from '../../scripts/guard-words';
import { LANGUAGE_IDS } from '../core/languages';
import { speak, type Texts } from '../platform/message';
import { direction, language } from '../platform/words';
import { WORDS } from './words';

/** What a file of words gives to the script that runs before it. */
function givenBy(file: string): Texts {
  let given: Texts = {};
  new Function('speakPasteGuard', file)((words: Texts) => {
    given = words;
  });
  return given;
}

afterEach(() => speak(null));

test.each(LANGUAGE_IDS)('the file of words of %s has all that the question says, and nothing else', (id) => {
  const messages = JSON.parse(readFileSync(`public/_locales/${id}/messages.json`, 'utf8'));
  const words = givenBy(guardWordsIn(id));
  expect(words).toEqual(Object.fromEntries(WORDS.map((word) => [word, messages[word].message])));
  expect(Object.values(words).filter((each) => each === '' || each.includes('$'))).toEqual([]);
  speak(words);
  expect([language(), direction()]).toEqual([id.replace('_', '-'), id === 'ar' ? 'rtl' : 'ltr']);
});
