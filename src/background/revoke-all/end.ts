import { pausedUntil } from '../../azure/open-host';
import { eachOnce } from '../../core/names/placed';
import { keyOf } from '../../core/names/token-key';
import { fail, type Result } from '../../core/result';
import { settled } from '../../core/revoke-all/end';
import type { Staying } from '../../core/revoke-all/entry';
import { troubled, untroubled } from '../../core/revoke-all/hosts';
import type { RevokeAll } from '../../core/revoke-all/journal';
import { activeIds } from '../../core/snapshot';
import { identifyAs } from '../connection/connection';
import { type Read, readAs } from '../reading/read-as';
import { keepInHistory } from './history';
import type { OpenJournal } from './journal';

/** A fresh and complete list of a host, read as the account that was planned. */
async function readWhole({ hostId, identity }: RevokeAll['journal']['hosts'][number]): Promise<Result<Read>> {
  const read = await readAs({ hostId, identityId: identity.id, who: identity.name });
  if (!read.ok) return read;
  const { host, snapshot } = read.value;
  if (!snapshot.complete) return fail({ kind: 'misfit' });
  // A list that another account was given since would lack all of these tokens, and look like success.
  const still = await identifyAs({ ...host, identity }, identity.id);
  return still.ok ? read : still;
}

/** The tokens that work, by the list of each host, and each of them once. */
function activeIn(lists: Read[], now: number) {
  const active = lists.map(({ snapshot }) => activeIds([snapshot], now));
  const all = lists.flatMap(({ host, snapshot }, place) =>
    snapshot.tokens
      .filter(({ id }) => active[place]?.has(id))
      .map((token) => ({ id: token.id, host: place, key: keyOf(token, host) })),
  );
  const madeThere = lists.map(({ snapshot: { onlyMadeHere, tokens } }) =>
    onlyMadeHere ? new Set(tokens.map(({ id }) => id)) : null,
  );
  return { active, madeThere, works: eachOnce(all, ({ key }) => key) };
}

/** Reads the lists of all hosts, and lets them say what has become of each token. */
export async function settle(journal: OpenJournal, kept: () => Staying): Promise<void> {
  const read = await Promise.all(journal.state().journal.hosts.map(readWhole));
  const now = Date.now();
  for (const [place, result] of read.entries())
    journal.change((state) =>
      result.ok
        ? untroubled(state, place, pausedUntil(result.value.host))
        : troubled(state, place, result.failure, now),
    );
  const lists = read.flatMap((result) => (result.ok ? [result.value] : []));
  if (lists.length === read.length) {
    const shown = activeIn(lists, now);
    const byLists = (state: RevokeAll) => settled(state, { ...shown, kept: kept(), now });
    const end = byLists(journal.state());
    // The history comes first: a worker that is ended in between comes here again.
    if (end.journal.phase === 'done') await keepInHistory(end, now);
    journal.change(byLists);
  }
  await journal.flush();
}
