import { type Entry, withEntries } from '../../core/history';
import type { RevokeAll, RevokeAllEntry } from '../../core/revoke-all/journal';
import type { TokenId } from '../../core/token';
import { stored } from '../../platform/stored';

const outcomes: { readonly [S in RevokeAllEntry['state']]?: Entry['outcome'] } = {
  revoked: 'done',
  gone: 'done',
  failed: 'failed',
  sent: 'unknown',
  unknown: 'unknown',
};

/** The names that the last lists have: the journal has none. */
async function namesIn({ hosts }: RevokeAll['journal']): Promise<Map<TokenId, string>> {
  const readings = await Promise.all(hosts.map(({ hostId }) => stored.reading(hostId).get()));
  const tokens = readings.flatMap(({ snapshot }) => snapshot?.tokens ?? []);
  return new Map(tokens.map(({ id, name }) => [id, name]));
}

/** Writes down what was done. A worker that does this again, because it was ended in the middle, adds nothing. */
export async function keepInHistory({ journal, entries }: RevokeAll, now: number): Promise<void> {
  const names = await namesIn(journal);
  const known = new Map((await stored.hosts.get()).map(({ id, name }) => [id, name]));
  const happened = entries.flatMap(({ id, host: place, state, reason }): Entry[] => {
    const [host, outcome] = [journal.hosts[place], outcomes[state]];
    if (!host || !outcome) return [];
    const about = { hostId: host.hostId, host: known.get(host.hostId) ?? '', by: host.identity.name };
    const why = reason === null ? {} : { reason };
    return [{ at: now, deed: 'revoked', ...about, tokenId: id, name: names.get(id) ?? '', outcome, ...why }];
  });
  const keyOf = ({ tokenId, outcome }: Entry) => `${tokenId} ${outcome}`;
  await stored.history.update((history) => {
    const told = new Set(history.filter(({ at, deed }) => at >= journal.createdAt && deed === 'revoked').map(keyOf));
    return withEntries(
      history,
      happened.filter((entry) => !told.has(keyOf(entry))),
    );
  });
}
