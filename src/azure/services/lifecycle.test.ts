import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FABRIKAM } from '../../../gallery/fixtures/hosts';
import { ServicesHost } from '../../core/host';

let lifecycle: typeof import('./lifecycle');

// A pause is the module's memory: one that is asked for here holds up no other test.
beforeEach(async () => {
  vi.resetModules();
  lifecycle = await import('./lifecycle');
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const answers = (status: number, headers = {}) => Response.json({ patTokens: [] }, { status, headers });

test.each([
  ['lets in', () => answers(200), true],
  ['asks to sign in', () => answers(401), false],
  ['is not there', () => answers(404), false],
  ['does not answer in time', () => Promise.reject(new DOMException('', 'TimeoutError')), false],
  ['is in trouble', () => answers(500), undefined],
  ['is out of reach', () => Promise.reject(new TypeError('no network')), undefined],
  ['asks for a pause', () => answers(429, { 'Retry-After': '1' }), undefined],
])('a lifecycle API that %s: what is learned of it', async (state, answer, learned) => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async () => await answer());
  if (state === 'does not answer in time') vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  const probed = lifecycle.probeLifecycle(ServicesHost.parse(FABRIKAM));
  await vi.runAllTimersAsync();
  expect(await probed).toBe(learned);
});
