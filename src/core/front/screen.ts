import type { Doors } from '../doors/doors';
import { isActive } from '../expiry';
import type { KnownHost } from '../host';
import { foundIn, type Show, soughtIn } from '../overview/token-filter';
import { byUrgencyThenEnd } from '../overview/urgency';
import type { Purpose } from '../purposes/purpose';
import type { Reading } from '../snapshot';
import { eachRowOnce } from './each-once';
import type { WordlessScreen } from './front';
import { lastingCounts } from './lasting-counts';
import { type Row, rowsOf } from './rows';

/** What is known of a host. */
export type KnownList = { host: KnownHost; reading: Reading; doors: Doors | null };

/** A list of so many is drawn whole; of a longer one a popup shows a dozen at first. */
const MOST_ROWS = 60;

/** With more of them than that, nobody minds the long way. */
const GLOBALS = 5;

/** The snapshot, if it is of who is signed in. */
const theirs = ({ host, reading: { snapshot } }: KnownList) =>
  snapshot?.identity.id === host.identity?.id ? snapshot : null;

const placed = ({ token, host }: Row) => ({ hostId: host.id, token });

/** The tokens of these hosts, as the long way has them where no rotation is under way. */
function rowsIn(known: readonly KnownList[], localNow: number): Row[] {
  const all = known.flatMap((each) => {
    const { tokens = [], clockSkew = 0 } = theirs(each) ?? {};
    return rowsOf({ host: each.host, doors: each.doors, tokens, clockSkew }, localNow, () => null);
  });
  return eachRowOnce(all);
}

type About = { show: Show; pinned: Purpose[]; localNow: number };

/** What the first screen shows of these hosts but for its words; `null` where something else is to be shown beside. */
export function screenOf(known: readonly KnownList[], { show, pinned, localNow }: About): WordlessScreen | null {
  if (known.some(({ reading }) => reading.failure !== null)) return null;
  const rows = rowsIn(known, localNow).toSorted(byUrgencyThenEnd);
  const globals = rows.filter(({ token, now }) => token.organizationIds === null && isActive(token, now));
  if (globals.length > GLOBALS) return null;
  return {
    at: known.map((each) => {
      const list = theirs(each);
      const { complete = null, clockSkew = 0 } = list ?? {};
      return { hostId: each.host.id, complete, clockSkew, doors: each.doors };
    }),
    tokens: foundIn(soughtIn(rows), { show, search: '', scopeWords: String }).slice(0, MOST_ROWS).map(placed),
    counts: lastingCounts(rows, localNow),
    globals: globals.map(placed),
    pinned,
  };
}
