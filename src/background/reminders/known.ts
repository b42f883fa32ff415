import type { KnownHost } from '../../core/host';
import { type Known, type Watched, watchedIn } from '../../core/reminders/watched';
import type { TokenId } from '../../core/token';
import { stored } from '../../platform/stored';

/** All hosts with their last lists, as storage has them. */
export async function everythingKnown(): Promise<Known[]> {
  const known = async (host: KnownHost) => ({ host, snapshot: (await stored.reading(host.id).get()).snapshot });
  return await Promise.all((await stored.hosts.get()).map(known));
}

/** Those of the watched tokens that have one of these ids. */
export async function watchedTokens(ids: TokenId[]): Promise<Watched[]> {
  return watchedIn(await everythingKnown()).filter(({ id }) => ids.includes(id));
}
