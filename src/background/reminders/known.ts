import type { KnownHost } from '../../core/host';
import type { Placed } from '../../core/names/placed';
import { type Known, type Watched, watchedIn } from '../../core/reminders/watched';
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
  return watchedIn(await everythingKnown(), { remindOfRenewed: true }).filter(({ id, hostId, beside }) =>
    places.some((place) => place.tokenId === id && [hostId, ...beside].includes(place.hostId)),
  );
}
