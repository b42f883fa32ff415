import type { KnownHost } from '../../core/host';
import type { Placed } from '../../core/names/placed';
import { keyOf } from '../../core/names/token-key';
import { type Known, type Watched, watchedByKey } from '../../core/reminders/watched';
import { stored } from '../../platform/stored';
import { lastList } from '../last-list';

/** All hosts with their last lists. */
export async function everythingKnown(): Promise<Known[]> {
  const known = async (host: KnownHost) => ({
    host,
    snapshot: await lastList(host.id),
    others: await stored.otherAccounts(host.id).get(),
  });
  return await Promise.all((await stored.hosts.get()).map(known));
}

/** The watched tokens that stand in those places. */
export async function watchedTokens(places: Placed[]): Promise<Watched[]> {
  const known = await everythingKnown();
  const keys = places.flatMap(({ hostId, tokenId }) => {
    const at = known.find(({ host }) => host.id === hostId);
    const token = at?.snapshot?.tokens.find(({ id }) => id === tokenId);
    const end = at?.others?.flatMap(({ ends }) => ends).find((each) => each.tokenId === tokenId);
    return at && token ? keyOf(token, at.host) : (end?.key ?? []);
  });
  return watchedByKey(known, { remindOfRenewed: true }).flatMap(({ key, token }) => (keys.includes(key) ? token : []));
}
