import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HostId } from '../host';
import { fail, ok, type Result } from '../result';
import { TokenId } from '../token';
import { retried, settled } from './end';
import { interrupted, resumed, stopped, troubled, untroubled, withoutWaits } from './hosts';
import type { RevokeAll } from './journal';
import { answered, next, plan, sent } from './requests';

/** 3,000 by `npm run unit:thorough`. */
const STORIES = import.meta.env.MODE === 'thorough' ? 3_000 : 1_000;

const identity = { id: 'bb5bb6c8-ef0a-400f-8987-92b3674d2043', name: 'Normal Paulk' };
const idOf = (number: number) => TokenId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

/** What a server answers, and whether it has done what it was asked. */
const answers: Record<string, { applied: boolean; result: (now: number) => Result<void> }> = {
  ok: { applied: true, result: () => ok() },
  ignored: { applied: false, result: () => ok() },
  throttled: { applied: false, result: (now) => fail({ kind: 'throttled', until: now + 40_000 }) },
  'lost reply': { applied: true, result: () => fail({ kind: 'offline' }) },
  reset: { applied: false, result: () => fail({ kind: 'offline' }) },
  'error, done': { applied: true, result: () => fail({ kind: 'unexpected', detail: '500' }) },
  'error, not done': { applied: false, result: () => fail({ kind: 'unexpected', detail: '500' }) },
  'no such token': { applied: false, result: () => fail({ kind: 'not-found' }) },
  refused: { applied: false, result: () => fail({ kind: 'refused' }) },
  policy: { applied: false, result: () => fail({ kind: 'policy', policy: 'x' }) },
};

const command = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: fc.constant('go' as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('answer' as const),
      to: fc.nat(3),
      how: fc.constantFrom(...Object.keys(answers)),
      pause: fc.constantFrom(0, 0, 0, 30_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('kill' as const), applied: fc.nat(15) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('stop' as const) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('resume' as const) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('time' as const), passes: fc.nat(50_000) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('keep' as const), token: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('elsewhere' as const), token: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('made' as const), token: fc.integer({ min: 10, max: 12 }) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('offline' as const), host: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('mended' as const) }) },
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

/** The journal between a worker that may be ended at any time and a server with a ledger of its own. */
class Model {
  revokeAll: RevokeAll;
  now = 0;
  readonly active = new Set<TokenId>();
  readonly kept = new Set<TokenId>([idOf(9)]);
  readonly pauses = [0, 0];
  inFlight: number[] = [];
  readonly requests = new Map<TokenId, number>();

  constructor(readonly count: number) {
    for (let number = 0; number < 10; number++) this.active.add(idOf(number));
    const all = Array.from({ length: count }, (_, number) => idOf(number));
    const [first, second] = [all.filter((_, index) => index % 3 !== 0), all.filter((_, index) => index % 3 === 0)];
    const target = (host: string, tokenIds: TokenId[]) => ({
      hostId: HostId.parse(host),
      identity,
      tokens: tokenIds.map((id) => ({ id, key: id })),
    });
    this.revokeAll = plan([target('fabrikam', first), target('contoso', second)], 0);
  }

  entry(index: number) {
    const entry = this.revokeAll.entries[index];
    if (!entry) throw new Error('There is no such entry.');
    return entry;
  }

  send(index: number): void {
    const { id, state, host } = this.entry(index);
    expect(state).toBe('planned');
    expect(this.kept.has(id), 'what is kept is not sent').toBe(false);
    expect(this.now, 'nothing is sent before its time').toBeGreaterThanOrEqual(this.pauses[host] ?? 0);
    this.revokeAll = sent(this.revokeAll, index);
    this.inFlight.push(index);
    this.requests.set(id, (this.requests.get(id) ?? 0) + 1);
  }

  answer(to: number, how: string, pause: number): void {
    const [index] = this.inFlight.splice(to % Math.max(this.inFlight.length, 1), 1);
    const answer = answers[how];
    if (index === undefined || !answer) return;
    const { id, host } = this.entry(index);
    if (answer.applied) this.active.delete(id);
    const result = answer.result(this.now);
    const asked = !result.ok && result.failure.kind === 'throttled' ? result.failure.until : this.now + pause;
    this.pauses[host] = Math.max(this.pauses[host] ?? 0, asked);
    const pausedUntil = pause > 0 ? this.now + pause : 0;
    this.revokeAll = answered(this.revokeAll, index, { result, now: this.now, pausedUntil });
  }

  kill(applied: number): void {
    for (const [bit, index] of this.inFlight.entries())
      if (applied & (1 << bit)) this.active.delete(this.entry(index).id);
    this.inFlight = [];
    this.revokeAll = interrupted(this.revokeAll);
  }

  go(): void {
    const step = next(this.revokeAll, this.kept, this.now);
    if (step.do === 'send' && this.inFlight.length < 4) this.send(step.index);
    if (step.do === 'wait' && this.inFlight.length === 0) this.now = step.until;
    if (step.do !== 'settle' || this.inFlight.length > 0) return;
    expect(this.now).toBeGreaterThanOrEqual(Math.max(...this.pauses));
    this.revokeAll = settled(this.revokeAll, {
      active: [this.active, this.active],
      madeThere: [null, null],
      works: [...this.active].map((id) => ({ id, host: 0 })),
      kept: this.kept,
      now: this.now,
    });
  }

  run(given: Command): void {
    const deeds: { [T in Command['type']]: (command: Extract<Command, { type: T }>) => void } = {
      go: () => this.go(),
      answer: ({ to, how, pause }) => this.answer(to, how, pause),
      kill: ({ applied }) => this.kill(applied),
      stop: () => {
        this.revokeAll = stopped(this.revokeAll, null);
      },
      resume: () => {
        this.revokeAll = resumed(this.revokeAll);
      },
      time: ({ passes }) => {
        this.now += passes;
      },
      keep: ({ token }) => void this.kept.add(idOf(token)),
      elsewhere: ({ token }) => void this.active.delete(idOf(token)),
      made: ({ token }) => void this.active.add(idOf(token)),
      offline: ({ host }) => {
        this.revokeAll = troubled(this.revokeAll, host, { kind: 'offline' }, this.now);
      },
      mended: () => {
        this.revokeAll = withoutWaits(this.revokeAll);
      },
    };
    (deeds[given.type] as (command: Command) => void)(given);
  }

  /** From now on the server does what it is asked, and the user lets it go on. */
  comeToTheEnd(): void {
    for (let steps = 0; this.revokeAll.journal.phase !== 'done'; steps++) {
      if (steps > 500) throw new Error('It does not come to an end.');
      this.revokeAll = untroubled(untroubled(resumed(this.revokeAll), 0, 0), 1, 0);
      this.go();
      if (steps % 2 === 0) this.answer(0, 'ok', 0);
    }
  }
}

test('whatever a server does, and whenever the worker is ended, the journal says at the end what the ledger says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.array(command, { maxLength: 80 }), (count, commands) => {
      const model = new Model(count);
      // What happens after the end is another story than the one that the summary tells.
      for (const each of commands) if (model.revokeAll.journal.phase !== 'done') model.run(each);
      model.comeToTheEnd();
      for (const { id, state, reason } of model.revokeAll.entries) {
        const works = model.active.has(id);
        if (!works) expect(['revoked', 'gone']).toContain(state);
        else if (state === 'failed') expect(reason).not.toBeNull();
        else expect(model.kept.has(id), `${id} is ${state}`).toBe(true);
      }
      const of = (wanted: (id: TokenId) => boolean) => [...model.active].filter(wanted).length;
      const { summary, phase } = model.revokeAll.journal;
      expect(phase).toBe('done');
      expect(summary?.kept).toBe(of((id) => model.kept.has(id)));
      expect(summary?.left).toBe(of((id) => !model.kept.has(id)));
      expect(summary?.revoked).toBe(model.revokeAll.entries.filter(({ id }) => !model.active.has(id)).length);
      for (const requests of model.requests.values()) expect(requests).toBeLessThanOrEqual(20);

      model.revokeAll = retried(model.revokeAll);
      model.comeToTheEnd();
      expect(model.revokeAll.journal.summary?.failed, 'a retry on a good server leaves nothing').toBe(0);
    }),
    { numRuns: STORIES },
  );
}, 120_000);
