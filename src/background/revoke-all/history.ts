import { type Entry, withEntries } from '../../core/history';
import type { HostId } from '../../core/host';
import { placedKey } from '../../core/names/placed';
import type { RevokeAll, RevokeAllEntry } from '../../core/revoke-all/journal';
import type { TokenId } from '../../core/token';
import { log } from '../../platform/log';
import { stored } from '../../platform/stored';
import { lastList } from '../last-list';

type Said = Pick<RevokeAllEntry, 'state' | 'reason'>;

const outcomes: { readonly [S in RevokeAllEntry['state']]?: Entry['outcome'] } = {
  revoked: 'done',
  gone: 'done',
  failed: 'failed',
  sent: 'unknown',
  unknown: 'unknown',
};

/** What the server says is no proof as long as no list has shown it: of a token that it does not know the reason stays until then. */
const isShown = ({ state, reason }: Said, { phase }: RevokeAll['journal']) =>
  state === 'gone' ? reason === null : state !== 'revoked' || phase === 'done';

const outcomeOf = (said: Said, journal: RevokeAll['journal']): Entry['outcome'] | undefined =>
  isShown(said, journal) ? outcomes[said.state] : 'unknown';

const keyOfToken = (hostId: HostId, tokenId: TokenId) => placedKey({ hostId, tokenId });

/** The names that the last lists have, and before them what was told of a host that is removed by now: the journal has none. */
async function namesIn({ hosts }: RevokeAll['journal']): Promise<Map<string, string>> {
  const told = (await stored.history.get()).flatMap(({ hostId, tokenId, name }) =>
    tokenId === null ? [] : [[keyOfToken(hostId, tokenId), name] as const],
  );
  const lists = await Promise.all(hosts.map(async ({ hostId }) => ({ hostId, list: await lastList(hostId) })));
  const listed = lists.flatMap(({ hostId, list }) =>
    (list?.tokens ?? []).map(({ id, name }) => [keyOfToken(hostId, id), name] as const),
  );
  return new Map([...told, ...listed]);
}

/** The same of the hosts themselves. */
async function hostNames(): Promise<Map<HostId, string>> {
  const told = (await stored.history.get()).map(({ hostId, host }) => [hostId, host] as const);
  return new Map([...told, ...(await stored.hosts.get()).map(({ id, name }) => [id, name] as const)]);
}

/**
 * Writes down what was done. A worker that does this again, because it was ended in the middle, adds nothing. A disk without
 * room for the words keeps nothing up.
 */
export async function keepInHistory({ journal, entries }: RevokeAll, now: number): Promise<void> {
  const names = await namesIn(journal);
  const known = await hostNames();
  const happened = entries.flatMap(({ id, host: place, state, reason }): Entry[] => {
    const [host, outcome] = [journal.hosts[place], outcomeOf({ state, reason }, journal)];
    if (!host || !outcome) return [];
    const about = { hostId: host.hostId, host: known.get(host.hostId) ?? '', by: host.identity.name };
    const why = reason === null ? {} : { reason };
    return [
      {
        at: now,
        deed: 'revoked',
        ...about,
        tokenId: id,
        name: names.get(keyOfToken(host.hostId, id)) ?? '',
        outcome,
        ...why,
      },
    ];
  });
  const keyOf = ({ hostId, tokenId, outcome }: Entry) => `${hostId} ${tokenId} ${outcome}`;
  const kept = stored.history.update((history) => {
    const told = new Set(history.filter(({ at, deed }) => at >= journal.createdAt && deed === 'revoked').map(keyOf));
    return withEntries(
      history,
      happened.filter((entry) => !told.has(keyOf(entry))),
    );
  });
  await kept.catch((error: unknown) => log.warn('history', error));
}
