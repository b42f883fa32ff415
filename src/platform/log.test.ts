import { afterEach, expect, test, vi } from 'vitest';
import { inBackground, log } from './log';

afterEach(() => void vi.restoreAllMocks());

test.each([
  ['of 52 letters', 'a1'.repeat(26)],
  ['of 84 letters', 'aB3'.repeat(28)],
  ['of the older kind, in three pieces', ['a-1'.repeat(20), 'b_2'.repeat(80), '-c3'.repeat(100)].join('.')],
])('a secret %s stands in no log, whatever error has it', async (_, secret) => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  log.warn('a list', new Error(`refused ${secret}`));
  log.warn('a list', `refused ${secret}`);
  inBackground('a deed', Promise.reject(new TypeError(secret)));
  await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(3));
  const left = secret.replaceAll(/[^.]+/g, '[redacted]');
  expect(warn.mock.calls.flat()).toEqual([
    `a list: Error: refused ${left}`,
    `a list: refused ${left}`,
    `a deed: TypeError: ${left}`,
  ]);
});
