import type { Input } from '../../contract/contract';
import type { KnownHost } from '../../core/host';
import { keeping } from '../../core/kept';
import { placedKey } from '../../core/names/placed';
import { keyOf } from '../../core/names/token-key';
import { ok, type Result } from '../../core/result';
import { checkAsk } from '../../core/revoke-all/ask';
import type { RevokeAll } from '../../core/revoke-all/journal';
import { plan, type Target } from '../../core/revoke-all/requests';
import { message } from '../../platform/message';
import { stored } from '../../platform/stored';
import { type Read, readAs } from '../reading/read-as';

type Ask = Input<'revoke-all.start'>;

/** What has to be typed: the name of the one organization, or the words for all that there are. */
async function wordFor(hosts: KnownHost[]): Promise<string | undefined> {
  const [only, ...others] = hosts;
  if (others.length === 0) return only?.name;
  const known = await stored.hosts.get();
  const isAll = known.length === hosts.length && known.every(({ id }) => hosts.some((host) => host.id === id));
  return isAll ? message('all_organizations_word') : undefined;
}

function targetOf({ host, snapshot }: Read, wanted: ReadonlySet<string>): Target {
  const tokens = snapshot.tokens
    .filter(({ id }) => wanted.has(placedKey({ hostId: host.id, tokenId: id })))
    .map((token) => ({ id: token.id, key: keyOf(token, host) }));
  return { hostId: host.id, identity: snapshot.identity, tokens };
}

/** The plan for what the user has confirmed, checked against lists that are read now. Nothing is sent. */
export async function planFor(ask: Ask): Promise<Result<RevokeAll>> {
  const hosts: Read[] = [];
  for (const by of ask.hosts) {
    const read = await readAs(by);
    if (!read.ok) return read;
    hosts.push(read.value);
  }
  const now = Date.now();
  const word = (await wordFor(hosts.map(({ host }) => host))) ?? '';
  const { neverRevoke } = await stored.settings.get();
  const lists = hosts.map(({ host, snapshot }) => ({ hostId: host.id, snapshot }));
  const checked = checkAsk(ask, { word, lists, isProtected: keeping(neverRevoke), now });
  if (!checked.ok) return checked;
  const wanted = new Set(ask.tokens.map(placedKey));
  return ok(
    plan(
      hosts.map((read) => targetOf(read, wanted)),
      now,
    ),
  );
}
