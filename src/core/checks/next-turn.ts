import { DAY, MINUTE } from '../duration';
import { asksForPause, meaningOf } from '../failure-meaning';
import type { HostId } from '../host';
import type { Failure } from '../result';
import type { Turn } from './turn';

/** A network that is not there yet comes back sooner than a list changes. */
const SOON = 15 * MINUTE;

/** `period` in milliseconds; `chance` answers a number from 0 to 1, as `Math.random` does. */
export type Plan = { period: number; now: number; chance: () => number };

/** Some part of that time. */
export const somewhereIn = (length: number, { chance }: Plan) => Math.round(length * chance());

/** Never more often than asked for, and not all at the same minute. */
const spread = (length: number, plan: Plan) => length + somewhereIn(length / 10, plan);

const doubled = (length: number, failures: number) => length * 2 ** Math.min(failures, 10);

function waitAfter(failure: Failure | null, failures: number, plan: Plan): number {
  const { period, now } = plan;
  if (failure !== null && asksForPause(failure)) {
    const backedOff = Math.min(doubled(period, failures), Math.max(period, DAY));
    return spread(Math.max(backedOff, failure.until - now), plan);
  }
  const isAway = failure !== null && meaningOf(failure).mends === 'time';
  return spread(isAway ? Math.min(doubled(SOON, failures - 1), period) : period, plan);
}

type Read = { hostId: HostId; failure: Failure | null };

/** The turns after a host was read, by whomever. */
export function withReading(turns: Turn[], { hostId, failure }: Read, plan: Plan): Turn[] {
  const before = turns.find((turn) => turn.hostId === hostId);
  const failures = failure === null ? 0 : (before?.failures ?? 0) + 1;
  const at = plan.now + waitAfter(failure, failures, plan);
  return [...turns.filter((turn) => turn.hostId !== hostId), { hostId, at, failures }];
}

/** The turns after a server has asked for a pause: none of its hosts comes before that is over. */
export function withPause(turns: Turn[], hosts: HostId[], until: number): Turn[] {
  return turns.map((turn) => (hosts.includes(turn.hostId) ? { ...turn, at: Math.max(turn.at, until) } : turn));
}
