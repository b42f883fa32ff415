import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KnownHost } from '../../core/host';
import { KEEP_SECRET } from '../../core/minting/minted';
import { localNow } from './clock';
import { examined, forget, forgetIfDue, forgetSoon, learn, show, turn } from './doctor';
import { hosts } from './hosts';

const text = `npm token: npm_${randomBytes(18).toString('hex')}`;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  forget();
  vi.useRealTimers();
});

test('what was found is forgotten after five minutes, and what was only typed, too', () => {
  show(text);
  const before = turn.value;
  vi.advanceTimersByTime(KEEP_SECRET - 1);
  expect(examined.value).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(examined.value).toBeNull();
  expect(turn.value).toBe(before + 1);
  forgetSoon();
  vi.advanceTimersByTime(KEEP_SECRET);
  expect(turn.value).toBe(before + 2);
});

test.each([
  ['the computer slept', KEEP_SECRET],
  ['the clock was set back', -1],
])('it is forgotten also where %s, and no timer has run', (_, moved) => {
  show(text);
  vi.setSystemTime(Date.now() + moved);
  expect(examined.value).toHaveLength(1);
  forgetIfDue();
  expect(examined.value).toBeNull();
  show(text);
  forgetIfDue();
  expect(examined.value).toHaveLength(1);
  vi.setSystemTime(Date.now() + moved);
  localNow.value = Date.now();
  expect(examined.value).toBeNull();
});

test('a text that is too long is not looked through, and that is said', () => {
  show('a'.repeat(16_000_000));
  expect(examined.value).toBe('too-long');
  show(text);
  expect(examined.value).toHaveLength(1);
});

test('another text takes the place of the one before, and its five minutes begin anew', () => {
  show(text);
  vi.advanceTimersByTime(KEEP_SECRET - 1);
  show(`${text}\n${text}x`);
  vi.advanceTimersByTime(KEEP_SECRET - 1);
  expect(examined.value).not.toBeNull();
});

test('what is learned too late brings nothing back', () => {
  show(text);
  forget();
  learn(0, (one) => ({ ...one, isDone: true }));
  expect(examined.value).toBeNull();
});

test('where everything is erased, it is forgotten on a page that is open, and only then', () => {
  const host = KnownHost.parse({ id: 'services:fabrikam', kind: 'services', name: 'fabrikam', identity: null });
  show(text);
  hosts.value = [host];
  expect(examined.value).toHaveLength(1);
  hosts.value = [];
  expect(examined.value).toBeNull();
});
