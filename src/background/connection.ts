import { openHost } from '../azure/open-host';
import { identify } from '../azure/services/session';
import { DAY } from '../core/duration';
import type { Host, HostId, KnownHost } from '../core/host';
import { fail, ok, type Result } from '../core/result';
import type { Session, TokenHost } from '../core/token-host';
import { stored } from '../platform/stored';

/** For how long it is believed what a probe of the lifecycle API found. */
const BELIEVE_PROBE = DAY;

export async function knownHost(hostId: HostId): Promise<Result<KnownHost>> {
  const host = (await stored.hosts.get()).find(({ id }) => id === hostId);
  return host ? ok(host) : fail({ kind: 'not-found' });
}

export function tokensOf(host: Host): TokenHost {
  const probe = stored.probe(host.id);
  return openHost(host, {
    recall: async () => {
      const found = await probe.get();
      return found && Date.now() - found.at < BELIEVE_PROBE ? found.open : undefined;
    },
    remember: (open) => probe.set({ open, at: Date.now() }),
  });
}

/** Asks who is signed in, and keeps it beside the host for the screens to show. */
export async function seeIdentity(host: Host): Promise<Result<Session>> {
  const session = await identify(host);
  if (!session.ok) return session;
  const { identity } = session.value;
  await stored.hosts.update((hosts) => hosts.map((known) => (known.id === host.id ? { ...known, identity } : known)));
  return session;
}

/** The same, as the condition of a change: fails with `wrong-identity` unless it is the account the user was shown. */
export async function identifyAs(host: KnownHost, identityId: string): Promise<Result<Session>> {
  const session = await seeIdentity(host);
  if (!session.ok || session.value.identity.id === identityId) return session;
  const expected = host.identity?.id === identityId ? host.identity.name : identityId;
  return fail({ kind: 'wrong-identity', expected, found: session.value.identity.name });
}
