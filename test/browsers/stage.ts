import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { seedToken } from '../../dev-server/seed';
import { organizations, users } from '../../dev-server/tenant';
import type { LedgerEntry } from '../../dev-server/tokens';
import { call, type Hand, until, wake } from './hand';
import { BETWEEN, momentIn, type Truth } from './truth';

/** How one worker is to end. */
type Plan = {
  /** What is waited for first: nothing, any request of that worker, or one that changes something. */
  on: 'nothing' | 'a request' | 'a change';
  /** So many milliseconds after that. */
  after: number;
  /** Whether the server waits before it does what it is asked, or before it answers; and how long. */
  way: 'slow' | 'slowReply' | 'at once';
  seconds: number;
  /** What starts the next worker. */
  by: 'a press' | 'an event' | 'its own alarm';
  /** For whatever else is left to chance. */
  pick: number;
};

const plan = fc.record<Plan>({
  on: fc.constantFrom('nothing', 'a request', 'a change', 'a change'),
  after: fc.oneof(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 500 })),
  way: fc.constantFrom('slow', 'slow', 'slowReply', 'slowReply', 'at once'),
  seconds: fc.double({ min: 0.02, max: 0.5, noNaN: true }),
  by: fc.oneof(
    { weight: 12, arbitrary: fc.constant('a press' as const) },
    { weight: 12, arbitrary: fc.constant('an event' as const) },
    { weight: 1, arbitrary: fc.constant('its own alarm' as const) },
  ),
  pick: fc.nat(10_000),
});

export type Stage = ReturnType<typeof stageWith>;

const VALID_DAYS = 90 * 86_400_000;
const HOST = { fabrikam: 'services:fabrikam', contoso: 'services:contoso' };
export type Where = keyof typeof HOST;
/** A place as messages name it, with the account that is shown there. */
export const at = (where: Where) => ({ hostId: HOST[where], identityId: users.normal.id });

/** Where everything happens: a browser, a server that knows the truth, and chance, by a seed. */
export function stageWith(hand: Hand, truth: Truth, seed: number) {
  const { server, kills } = truth;
  const plans = fc.sample(plan, { seed, numRuns: 4_000 });
  let next = 0;
  let begun = Date.now();
  let slowest = 0;

  function nextPlan(): Plan {
    const found = plans[next % plans.length];
    next += 1;
    if (!found) throw new Error('There are no plans.');
    return found;
  }

  function slowDown({ way, seconds }: Plan): void {
    server.faults.clear();
    if (way !== 'at once') server.faults.set(way, { seconds });
  }

  /** Nothing is pressed, and nothing else happens: the browser's alarm has to start it. */
  async function untilAlarm(from: number): Promise<void> {
    const isAsked = async () =>
      server.requests.some((each) => each.at > from && each.headers['x-tfs-session'] !== undefined) || undefined;
    await until('a worker that its own alarm has started', isAsked);
    slowest = Math.max(slowest, Date.now() - from);
  }

  /** What is waited for may never come. */
  async function untilMoment({ on, after }: Plan): Promise<void> {
    const last = Date.now() + 5_000;
    const isThere = () => {
      const moment = momentIn(server, begun);
      return on === 'nothing' || (moment !== BETWEEN && (on === 'a request' || !moment.startsWith('read')));
    };
    while (!isThere() && Date.now() < last) await pause(5);
    await pause(after);
  }

  async function startAnother({ by }: Plan, { from, again }: { from: number; again: string }): Promise<void> {
    if (by === 'its own alarm' && again === 'revoke-all.continue') await untilAlarm(from);
    else if (by === 'a press') {
      if (again === 'revoke-all.continue') await call(hand, again, {}).catch(() => undefined);
      else await call(hand, 'tokens.refresh', { hostId: HOST.contoso });
    } else await wake(hand);
  }

  return {
    hand,
    truth,
    nextPlan,
    slowDown,
    slowest: () => slowest,
    /** Ends the worker at the moment of a plan, and starts another one; answers whether there was one to end. */
    end: async (deed: string, kill: Plan, { isUnderWay = async () => true, again = 'tokens.refresh' } = {}) => {
      await untilMoment(kill);
      const moment = momentIn(server, begun);
      const from = Date.now();
      const hasEnded = await hand.end();
      const to = Date.now();
      if (!hasEnded) return false;
      begun = to;
      // What a worker of before has sent may have gone on until then, and the one that is ended had the answer.
      const counts = moment !== BETWEEN || (await isUnderWay());
      kills.push({ deed: counts ? deed : `${deed}, over by then`, moment, from, to });
      await startAnother(counts ? kill : { ...kill, by: 'an event' }, { from: to, again });
      return counts;
    },
    /** Tokens of the user's, known to the extension. */
    add: async (where: Where, names: string[]): Promise<LedgerEntry[]> => {
      const validTo = new Date(Date.now() + VALID_DAYS).toISOString();
      const validFrom = new Date(Date.now() - 86_400_000).toISOString();
      const parts = { validFrom, validTo, targetAccounts: [organizations[where].id] };
      return names.map((name) => server.ledger.add(seedToken(name, parts)));
    },
    refresh: async (where: Where): Promise<void> => {
      const { reply } = await call(hand, 'tokens.refresh', { hostId: HOST[where] });
      if (!reply?.ok) throw new Error(`${where} could not be read: ${JSON.stringify(reply)}`);
    },
  };
}
