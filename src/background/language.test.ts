import { afterEach, beforeEach, expect, test } from 'vitest';
import fake from '../../test/fakes/browser';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import { SPOKEN, speakAs } from '../platform/language/spoken';
import { speak } from '../platform/message';
import { stored } from '../platform/stored';
import { language, plural } from '../platform/words';
import { speakAsChosen } from './language';

const { getMessage } = fake.i18n;

const choose = async (chosen: Settings['language']) => {
  await stored.settings.set({ ...DEFAULT_SETTINGS, language: chosen });
  await speakAsChosen();
};
const kept = async () => (await fake.storage.local.get(SPOKEN))[SPOKEN];

beforeEach(() => {
  fake.reset();
  speak(null);
});
afterEach(() => {
  speak(null);
  Object.assign(fake.i18n, { getMessage });
});

test('what is chosen is spoken at once, and by whoever starts next', async () => {
  speak({ language: 'tlh' });
  await choose('en');
  expect([language(), plural('days', 3)]).toEqual(['en', '3 days']);
  expect([...fake.contextMenus.items.values()].map(({ title }) => title)).toContain('New token…');
  speak({ language: 'tlh' });
  speakAs(await kept());
  expect(language()).toBe('en');
});

test('the browser’s language leaves nothing behind', async () => {
  await choose('en');
  expect(await kept()).toEqual(expect.any(String));
  await choose('browser');
  expect(await kept()).toBeNull();
});

test.each([
  ['of another version', (text: string) => text.replace(/"version":"[^"]*"/, '"version":"0"')],
  ['cut off', (text: string) => text.slice(0, 500)],
  ['something else', () => 'true'],
])('texts that are %s are not spoken, and read anew', async (_, spoil) => {
  await choose('en');
  const whole = String(await kept());
  await fake.storage.local.set({ [SPOKEN]: spoil(whole) });
  speakAs(await kept());
  fake.i18n.getMessage = () => 'of the browser';
  expect(language()).toBe('of the browser');
  await speakAsChosen();
  expect([language(), await kept()]).toEqual(['en', whole]);
});
