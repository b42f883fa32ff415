import type { HostId, KnownHost } from '../host';
import { eachOnce } from '../names/placed';
import { keyOf } from '../names/token-key';
import { isMadeByTool } from '../names/tool-made';
import type { Settings } from '../settings';
import type { Snapshot } from '../snapshot';
import type { TokenId } from '../token';
import type { OtherAccount } from './other-account';

/** What is known of a host: its last list, if there is one, and the ends of the tokens of other accounts. */
export type Known = { host: KnownHost; snapshot: Snapshot | null; others?: OtherAccount[] };

/** A token whose end is known, and where it was found. */
export type Watched = {
  id: TokenId;
  /** `null` where it is of another account than the one that is signed in. */
  name: string | null;
  hostId: HostId;
  identityId: string;
  /** Its end as the server says it, which is by the server's clock, */
  expiresAt: number;
  /** and the same by this computer's clock. */
  endsAt: number;
  /** The other hosts that list it, or did for that account. */
  beside: HostId[];
};

type Keyed = { key: string; token: Omit<Watched, 'beside'> };

/** The list of a host, unless it is of another account than the one that is signed in. */
function ownList({ host, snapshot }: Known): Snapshot | null {
  return snapshot?.identity.id === host.identity?.id ? snapshot : null;
}

function ownIn(known: Known, { remindOfRenewed }: Pick<Settings, 'remindOfRenewed'>): Keyed[] {
  const list = ownList(known);
  if (!list) return [];
  const place = { hostId: known.host.id, identityId: list.identity.id };
  return list.tokens.flatMap((token) => {
    const { id, name, expiresAt, revoked } = token;
    if (expiresAt === null || revoked || (!remindOfRenewed && isMadeByTool(token))) return [];
    const endsAt = expiresAt - list.clockSkew;
    return { key: keyOf(token, known.host), token: { id, name, ...place, expiresAt, endsAt } };
  });
}

function othersIn({ host, others = [] }: Known): Keyed[] {
  return others
    .filter(({ identity }) => identity.id !== host.identity?.id)
    .flatMap(({ identity, clockSkew, ends }) =>
      ends.map(({ tokenId: id, key, expiresAt }) => {
        const place = { hostId: host.id, identityId: identity.id };
        return { key, token: { id, name: null, ...place, expiresAt, endsAt: expiresAt - clockSkew } };
      }),
    );
}

/**
 * The tokens whose end is to be watched: not revoked, with a known end, of the accounts that are signed in and of those
 * that were before. One that works in all organizations is listed by each, and watched once. What a tool makes for itself
 * and makes anew is left out, unless the user wants to hear of it.
 */
export function watchedIn(known: Known[], settings: Pick<Settings, 'remindOfRenewed'>): Watched[] {
  const all = [...known.flatMap((each) => ownIn(each, settings)), ...known.flatMap(othersIn)];
  const places = new Map<string, Set<HostId>>();
  for (const { key, token } of all) places.set(key, (places.get(key) ?? new Set()).add(token.hostId));
  return eachOnce(all, ({ key }) => key).map(({ key, token }) => ({
    ...token,
    beside: [...(places.get(key) ?? [])].filter((hostId) => hostId !== token.hostId),
  }));
}
