import { DAY } from '../duration';
import { WARN_DAYS } from '../expiry';
import { countsOf } from '../overview/counts';
import { soughtIn } from '../overview/token-filter';
import type { Change, LastingCounts } from './counts';
import type { Row } from './rows';

type Seen = Pick<Row, 'token' | 'now'>;

/** Every change that the dates of the tokens bring about, past and to come. */
function changesOf(rows: readonly Seen[], localNow: number): Change[] {
  return rows.flatMap(({ token: { expiresAt, revoked }, now }) => {
    if (expiresAt === null || revoked) return [];
    const end = expiresAt - (now - localNow);
    return [
      { at: end - WARN_DAYS * DAY, to: 'expiring' as const },
      { at: end, to: 'inactive' as const },
    ];
  });
}

/** So many changes are known ahead: for ten thousand tokens, of a day. */
const AHEAD = 60;

/** The counts of now, with what will change in them: the same at every moment between two changes. */
export function lastingCounts(rows: readonly Seen[], localNow: number): LastingCounts {
  const changes = changesOf(rows, localNow).toSorted((a, b) => a.at - b.at);
  const next = changes.findIndex(({ at }) => at > localNow);
  const ahead = next < 0 ? [] : changes.slice(next);
  return {
    from: (next < 0 ? changes : changes.slice(0, next)).at(-1)?.at ?? null,
    until: ahead[AHEAD]?.at ?? null,
    counts: countsOf(soughtIn(rows)),
    changes: ahead.slice(0, AHEAD),
  };
}
