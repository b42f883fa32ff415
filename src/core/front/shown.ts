import { isActive } from '../expiry';
import type { HostId, KnownHost } from '../host';
import type { Show } from '../overview/token-filter';
import { countsAt } from './counts';
import type { Front, FrontScreen } from './front';
import { type Row, rowsOf } from './rows';

/** A host on the screen, and whether its list is known, and all of it. */
type ShownHost = { host: KnownHost; failure: null; snapshot: { complete: boolean } | null };

/**
 * Of more changes nobody knows the rows: what works goes from a list one by one; what has ended goes to the end of all, and
 * what is about to end, or has, comes to others.
 */
const mayChange: Readonly<Record<Show, number>> = { active: 8, all: 0, expiring: 0, inactive: 0 };

/**
 * What the first screen shows at a moment by our own clock, made of the value that the worker keeps; `null` where that
 * does not tell, and the long way does.
 */
export function shownAt({ hosts, show, screen }: Front, localNow: number) {
  const { at, tokens, globals, counts } = screen;
  const hostOf = (id: HostId) => hosts.find((host) => host.id === id);
  const places = at.flatMap((each) => {
    const host = hostOf(each.hostId);
    return host ? [{ ...each, host }] : [];
  });
  const now = countsAt(counts, localNow);
  if (now === null || now.changed > mayChange[show] || places.length !== at.length || at.length === 0) return null;
  const rows = (of: FrontScreen['tokens']): Row[] =>
    of.flatMap(({ hostId, token }) =>
      places
        .filter(({ host }) => host.id === hostId)
        .flatMap((place) => rowsOf({ ...place, tokens: [token] }, localNow, () => null)),
    );
  return {
    shown: places.map(
      ({ host, complete }): ShownHost => ({ host, failure: null, snapshot: complete === null ? null : { complete } }),
    ),
    rows: rows(tokens),
    counts: now.counts,
    globals: rows(globals).filter((row) => isActive(row.token, row.now)),
  };
}
