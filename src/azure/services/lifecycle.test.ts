import { afterEach, expect, test, vi } from 'vitest';
import { FABRIKAM } from '../../../gallery/fixtures/hosts';
import { ServicesHost } from '../../core/host';
import { probeLifecycle } from './lifecycle';

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
  vi.useFakeTimers({ now: 0 }); // no pause that another test was asked for holds then
  vi.stubGlobal('fetch', async () => await answer());
  if (state === 'does not answer in time') vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  const probed = probeLifecycle(ServicesHost.parse(FABRIKAM));
  await vi.runAllTimersAsync();
  expect(await probed).toBe(learned);
});
