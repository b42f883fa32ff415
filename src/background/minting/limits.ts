import type { HostId, KnownHost } from '../../core/host';
import { limitsAt } from '../../core/minting/expectation';
import { type Verdict, withVerdict } from '../../core/minting/learning';
import type { Believed } from '../../core/minting/limits';
import type { Minted } from '../../core/minting/minted';
import { limitsUnder } from '../../core/policy/held';
import type { Result } from '../../core/result';
import { log } from '../../platform/log';
import { policyNow } from '../../platform/policy';
import { stored } from '../../platform/stored';
import { knownHost } from '../connection/connection';

/** A create: by which account, what it asked, and when by the server's clock. */
type Create = { by: string; asked: Minted['asked']; at: number };
type Created = Result<Pick<Minted, 'token'>>;

function verdictIn(created: Created, at: number): Verdict | null {
  if (!created.ok) return created.failure.kind === 'policy' ? { policy: created.failure.policy } : null;
  const { expiresAt } = created.value.token;
  return { granted: expiresAt === null ? null : expiresAt - at };
}

async function keep(host: KnownHost, { by, asked, at }: Create, verdict: Verdict): Promise<void> {
  // A host that the user has removed meanwhile leaves nothing behind.
  if (!(await knownHost(host.id)).ok) return;
  const now = Date.now();
  const request = { scopes: asked.scopes, lifetime: asked.expiresAt - at };
  await stored.limits(host.id).update((kept) => withVerdict(limitsAt(kept, by, now), request, verdict, now));
}

/** What an account's host is believed to allow now, and an administrator of this browser has decided. */
export async function believedLimits(by: { hostId: HostId; identityId: string }): Promise<Believed> {
  const { policy } = await policyNow();
  return limitsUnder(policy, limitsAt(await stored.limits(by.hostId).get(), by.identityId, Date.now()));
}

/** Learns from the answer to a create what the host allows. Whatever goes wrong here costs no token. */
export async function learn(host: KnownHost, create: Create, created: Created): Promise<void> {
  const verdict = verdictIn(created, create.at);
  if (verdict) await keep(host, create, verdict).catch((error: unknown) => log.warn('limits', error));
}
