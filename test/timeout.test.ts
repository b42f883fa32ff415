import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createServer, type DevServer } from '../dev-server/create-server';
import { identifyOnServices as identify } from '../src/azure/services/session';
import { ServicesHost } from '../src/core/host';
import { reach } from './fakes/network';

// That a request ends with its limit, which is the test's to reach. How soon that is, a simulation sees by its own clock:
// simulation/single-kills.test.ts.

const fabrikam = ServicesHost.parse({ id: 'services:fabrikam', kind: 'services', name: 'fabrikam' });
const LATE = { failure: { kind: 'timeout' } };

let server: DevServer;
/** How many answers have begun to come. */
let begun = 0;
beforeEach(async () => {
  server = await createServer();
  const cookie = server.signIn();
  const send = reach(server, () => cookie);
  begun = 0;
  vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
    const answer = await send(...asked);
    begun += 1;
    return answer;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
});

test.each([
  ['does not come', 'slow', () => server.requests.length],
  ['has begun, and does not end', 'drip', () => begun],
] as const)('an answer that %s is given up with its limit', async (_, fault, count) => {
  server.faults.set(fault, { seconds: 600 });
  const limit = new AbortController();
  const limits = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
  const session = identify(fabrikam);
  await vi.waitFor(() => expect(count()).toBe(1));
  limit.abort();
  expect(await session).toMatchObject(LATE);
  expect(limits).toHaveBeenCalledOnce();
});

test('a limit of the platform that is over ends a request', async () => {
  server.faults.set('slow', { seconds: 600 });
  const { timeout } = AbortSignal;
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout.call(AbortSignal, 1));
  expect(await identify(fabrikam)).toMatchObject(LATE);
});
