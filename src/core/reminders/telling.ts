import type { HostId } from '../host';
import type { TokenId } from '../token';

/** One notification: the tokens of one host that were decided on at the same time. */
export type Telling = { hostId: HostId; at: number };

/**
 * Something that is to be told. It is written down before its notification is given to the browser, and `shown` after
 * it: a worker that is ended in between finds it again, and the browser knows the notification by its name.
 */
type Tellable = Telling & { tokenId: TokenId; shown: boolean };

export const isOf =
  ({ hostId, at }: Telling) =>
  (each: Telling) =>
    each.hostId === hostId && each.at === at;

/** The notifications that the browser may not have yet. */
export function untold(all: Tellable[]): Telling[] {
  const open = all.filter(({ shown }) => !shown);
  return open.filter((one, index) => open.findIndex(isOf(one)) === index).map(({ hostId, at }) => ({ hostId, at }));
}

export function withShown<T extends Tellable>(all: T[], telling: Telling): T[] {
  return all.map((each) => (isOf(telling)(each) ? { ...each, shown: true } : each));
}

/** A time that names no other notification. */
export function freeTime(all: Telling[], now: number): number {
  const taken = new Set(all.map(({ at }) => at));
  let at = now;
  while (taken.has(at)) at += 1;
  return at;
}
