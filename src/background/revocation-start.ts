import type { Input } from '../contract/contract';
import type { HostId, KnownHost } from '../core/host';
import type { Revocation } from '../core/journal';
import { fail, ok, type Result } from '../core/result';
import { plan, type Target } from '../core/revocation';
import { checkAsk } from '../core/revocation-ask';
import type { Snapshot } from '../core/snapshot';
import { message } from '../platform/message';
import { stored } from '../platform/stored';
import { knownHost } from './connection';
import { readTokens } from './refresh';

type Ask = Input<'revocation.start'>;
type By = { hostId: HostId; identityId: string };
type Read = { host: KnownHost; snapshot: Snapshot };

/** The list of a host, read for this, as the account that the user was shown. */
async function readAs({ hostId, identityId }: By): Promise<Result<Read>> {
  const host = await knownHost(hostId);
  if (!host.ok) return host;
  const read = await readTokens(host.value);
  if (!read.ok) return read;
  const { identity } = read.value;
  if (identity.id === identityId) return ok({ host: host.value, snapshot: read.value });
  const shown = host.value.identity;
  return fail({
    kind: 'wrong-identity',
    expected: shown?.id === identityId ? shown.name : identityId,
    found: identity.name,
  });
}

/** What has to be typed: the name of the one organization, or the words for all that there are. */
async function wordFor(hosts: KnownHost[]): Promise<string | undefined> {
  const [only, ...others] = hosts;
  if (others.length === 0) return only?.name;
  const known = await stored.hosts.get();
  const isAll = known.length === hosts.length && known.every(({ id }) => hosts.some((host) => host.id === id));
  return isAll ? message('all_organizations_word') : undefined;
}

function targetOf({ host, snapshot }: Read, wanted: ReadonlySet<string>): Target {
  const tokenIds = snapshot.tokens.map(({ id }) => id).filter((id) => wanted.has(id));
  return { hostId: host.id, identity: snapshot.identity, tokenIds };
}

/** The plan for what the user has confirmed, checked against lists that are read now. Nothing is sent. */
export async function planFor(ask: Ask): Promise<Result<Revocation>> {
  const hosts: Read[] = [];
  for (const by of ask.hosts) {
    const read = await readAs(by);
    if (!read.ok) return read;
    hosts.push(read.value);
  }
  const now = Date.now();
  const word = (await wordFor(hosts.map(({ host }) => host))) ?? '';
  const { neverRevoke } = await stored.settings.get();
  const checked = checkAsk(ask, { word, snapshots: hosts.map(({ snapshot }) => snapshot), neverRevoke, now });
  if (!checked.ok) return checked;
  const wanted = new Set<string>(ask.tokenIds);
  return ok(
    plan(
      hosts.map((read) => targetOf(read, wanted)),
      now,
    ),
  );
}
