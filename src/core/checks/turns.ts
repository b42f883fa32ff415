import { DAY, HOUR, MINUTE } from '../duration';
import type { HostId } from '../host';
import { type Plan, somewhereIn } from './next-turn';
import type { Turn } from './turn';

/** As many hosts are read at the same time; the next ones have their turn so much later. */
const AT_ONCE = 4;
const APART = MINUTE;

/** A host that comes anew has its first turn within the hour. */
const firstTurn = (plan: Plan) => plan.now + somewhereIn(Math.min(plan.period, HOUR), plan);

/** Later than that no turn can be, unless the clock was set back. */
const latest = ({ period, now }: Plan) => now + 2 * Math.max(period, DAY);

/** A turn for each host and no other. */
export function withHosts(turns: Turn[], hosts: HostId[], plan: Plan): Turn[] {
  return hosts.map((hostId) => {
    const turn = turns.find((each) => each.hostId === hostId);
    return turn && turn.at <= latest(plan) ? turn : { hostId, at: firstTurn(plan), failures: turn?.failures ?? 0 };
  });
}

/** Whether each host has its turn and none of them is due. */
export function isSettled(turns: Turn[], hosts: HostId[], plan: Plan): boolean {
  const waiting = turns.filter(({ at }) => at > plan.now && at <= latest(plan)).map(({ hostId }) => hostId);
  return waiting.length === turns.length && turns.length === hosts.length && hosts.every((id) => waiting.includes(id));
}

/** The turns when another period was chosen: each host comes within the hour, unless its server has asked for a pause. */
export function restarted(turns: Turn[], plan: Plan): Turn[] {
  return turns.map((turn) => ({ ...turn, at: Math.max(turn.failures > 0 ? turn.at : 0, firstTurn(plan)) }));
}

/**
 * Whose turn it is. They are taken before they are read, so that nobody reads them twice; those for which there is no
 * place come a little later.
 */
export function take(turns: Turn[], plan: Plan): { hosts: HostId[]; turns: Turn[] } {
  const due = turns.filter(({ at }) => at <= plan.now).toSorted((a, b) => a.at - b.at);
  const order = new Map(due.map(({ hostId }, index) => [hostId, Math.floor(index / AT_ONCE)]));
  const later = (group: number) =>
    plan.now + (group === 0 ? plan.period : APART * group + somewhereIn(APART / 2, plan));
  const taken = turns.map((turn) => {
    const group = order.get(turn.hostId);
    return group === undefined ? turn : { ...turn, at: later(group) };
  });
  return { hosts: due.slice(0, AT_ONCE).map(({ hostId }) => hostId), turns: taken };
}
