import { expect, test, vi } from 'vitest';
import { createServer } from '../dev-server/create-server';
import { identifyOnServices as identify } from '../src/azure/services/session';
import { ServicesHost } from '../src/core/host';
import { reach } from './fakes/network';

// A file of its own: it waits for as long as the product does, while the other files go on.
test.concurrent.each(['drip', 'slow'] as const)(
  'an answer that does not end (%s) is given up before the worker dies',
  { timeout: 40_000 },
  async (fault) => {
    const server = await createServer({ faults: { [fault]: { seconds: 60 } } });
    const cookie = server.signIn();
    vi.stubGlobal(
      'fetch',
      reach(server, () => cookie),
    );
    const began = Date.now();
    const session = await identify(ServicesHost.parse({ id: 'services:fabrikam', kind: 'services', name: 'fabrikam' }));
    expect(session).toMatchObject({ failure: { kind: 'timeout' } });
    expect(Date.now() - began).toBeLessThan(29_000);
    await server.close();
  },
);
