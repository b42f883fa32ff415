import type { HostId, KnownHost } from '../../core/host';
import { fail, ok, type Result } from '../../core/result';
import type { Snapshot } from '../../core/snapshot';
import { accountOn, toldApart } from '../connection/account-names';
import { knownHost } from '../connection/connection';
import { readTokens } from './refresh';

/** Whose list is wanted, and what they are called where that is known better than by the host. */
type By = { hostId: HostId; identityId: string; who?: string };

/** A list that was read just now, asked for at `askedAt`. */
export type Read = { host: KnownHost; snapshot: Snapshot; askedAt: number };

/** Reads the list of a host; fails with `wrong-identity` where another account is signed in there. */
export async function readAs({ hostId, identityId, who }: By): Promise<Result<Read>> {
  const host = await knownHost(hostId);
  if (!host.ok) return host;
  const askedAt = Date.now();
  const read = await readTokens(host.value);
  if (!read.ok) return read;
  const { identity } = read.value;
  if (identity.id === identityId) return ok({ host: host.value, snapshot: read.value, askedAt });
  const known = await accountOn(host.value, identityId);
  const [expected, found] = toldApart({ ...known, name: who ?? known.name }, identity);
  return fail({ kind: 'wrong-identity', expected, found });
}
