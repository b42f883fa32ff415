import { type Entry, withEntries } from '../../core/history';
import { placedKey } from '../../core/names/token-key';
import type { RevokeAll, RevokeAllEntry } from '../../core/revoke-all/journal';
import { stored } from '../../platform/stored';

const outcomes: { readonly [S in RevokeAllEntry['state']]?: Entry['outcome'] } = {
  revoked: 'done',
  gone: 'done',
  failed: 'failed',
  sent: 'unknown',
  unknown: 'unknown',
};

/** The names that the last lists have: the journal has none. */
async function namesIn({ hosts }: RevokeAll['journal']): Promise<Map<string, string>> {
  const readings = await Promise.all(
    hosts.map(async ({ hostId }) => ({ hostId, ...(await stored.reading(hostId).get()) })),
  );
  return new Map(
    readings.flatMap(({ hostId, snapshot }) =>
      (snapshot?.tokens ?? []).map(({ id, name }) => [placedKey({ hostId, tokenId: id }), name] as const),
    ),
  );
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
    return [
      {
        at: now,
        deed: 'revoked',
        ...about,
        tokenId: id,
        name: names.get(placedKey({ hostId: host.hostId, tokenId: id })) ?? '',
        outcome,
        ...why,
      },
    ];
  });
  const keyOf = ({ hostId, tokenId, outcome }: Entry) => `${hostId} ${tokenId} ${outcome}`;
  await stored.history.update((history) => {
    const told = new Set(history.filter(({ at, deed }) => at >= journal.createdAt && deed === 'revoked').map(keyOf));
    return withEntries(
      history,
      happened.filter((entry) => !told.has(keyOf(entry))),
    );
  });
}
