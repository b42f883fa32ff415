import fc from 'fast-check';
import { test } from 'vitest';
import { DAY, HOUR } from '../duration';
import { HostId } from '../host';
import type { RemindDay } from '../settings';
import type { Snapshot } from '../snapshot';
import { type Token, TokenId } from '../token';
import { answered } from './answer';
import { withoutGone } from './gone';
import { notificationName } from './notification-name';
import { look, nextInstant } from './reminder';
import { dueStep, isQuiet, isReached } from './steps';
import { isOf, type Telling } from './telling';
import { NOTHING_TOLD, type Reminders } from './told';
import { byToken, given, nothingTold, settled, toldOf } from './told-of';
import { type Watched, watchedIn } from './watched';

/**
 * Time lines: a computer that sleeps, whose clock is set, whose alarms come late, twice or never; a worker that is ended
 * anywhere; a browser that shows notifications; a user who changes tokens and settings. Time zones and daylight saving
 * do not occur: nothing here but instants is compared.
 */
/** 50,000 by `npm run unit:thorough`. */
const TIME_LINES = import.meta.env.MODE === 'thorough' ? 50_000 : 2_500;

const START = Date.UTC(2026, 2, 8);
const hostId = HostId.parse('services:fabrikam');
const identity = { id: '0f0e0d0c-0b0a-4909-8807-060504030201', name: 'Normal Paulk' };
const host = { id: hostId, kind: 'services', name: 'fabrikam', domain: 'dev.azure.com', identity } as const;
const idOf = (index: number) => TokenId.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
const IDS = Array.from({ length: 40 }, (_, index) => idOf(index));

const CHOICES: RemindDay[][] = [[14, 7, 1, 0], [14, 7, 1, 0], [30, 14, 7, 3, 1, 0], [14], [0], [3, 1], []];
const SPANS = [HOUR, 6 * HOUR, DAY, 2 * DAY, 10 * DAY];
const JUMPS = [0, 0, 0, 0, 0, 0, 0, HOUR, -HOUR, 10 * DAY, -10 * DAY];

/** What one step of one end was told, and how often it may have been: once, and once more after each snooze. */
type Ledger = Map<string, { told: number; allowed: number }>;

class TimeLine {
  now = START;
  days: RemindDay[] = [14, 7, 1, 0];
  tokens: Token[] = [];
  reminders: Reminders = NOTHING_TOLD;
  alarm = START;
  /** What the browser was given, by name. */
  shown = new Set<string>();
  ledger: Ledger = new Map();
  /** Ends that had not come at the last look. */
  alive = new Set<string>();
  /** Ends that have come since, of which something has to be said. */
  owed = new Set<string>();
  made = 0;
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A number from 0 on, by mulberry32: the same seed lives the same time line. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    const once = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61));
    return ((twice ^ (twice >>> 14)) >>> 0) % limit;
  }

  oneOf<T>(all: readonly T[]): T {
    return all[this.below(all.length)] as T; // `below` stays within it
  }

  list(): Snapshot {
    return { identity, tokens: this.tokens, readAt: this.now, clockSkew: 0, complete: this.below(4) > 0 };
  }

  watched(): Watched[] {
    return watchedIn([{ host, snapshot: this.list() }], { remindOfRenewed: false });
  }
}

const keyOf = ({ id, expiresAt }: { id: TokenId; expiresAt: number }) => `${id} ${expiresAt}`;

function entry(line: TimeLine, key: string) {
  const kept = line.ledger.get(key) ?? { told: 0, allowed: 1 };
  line.ledger.set(key, kept);
  return kept;
}

/** Whether a step was told, or a nearer one that has come as well. */
function wasTold(line: TimeLine, token: Watched, step: RemindDay): boolean {
  const is = (each: RemindDay) => (line.ledger.get(`${keyOf(token)} ${each}`)?.told ?? 0) > 0;
  return (
    is(step) ||
    ([0, 1, 3, 7, 14] as const).some((near) => near < step && is(near) && isReached(token.endsAt, near, line.now))
  );
}

/** The browser shows a notification, unless it has it. Whatever is in it has to be there rightly. */
function show(line: TimeLine, telling: Telling): void {
  line.shown.add(notificationName('reminder', telling));
  for (const record of line.reminders.told.filter(({ at }) => at === telling.at)) {
    const token = line.tokens.find(({ id }) => id === record.tokenId);
    if (token?.revoked !== false) throw new Error('told of a token that is gone');
    if (isQuiet(record, line.now)) throw new Error('told of a token of which the user does not want to hear');
    const counted = entry(line, `${record.tokenId} ${token?.expiresAt} ${record.steps.at(-1)}`);
    counted.told += 1;
    if (counted.told > counted.allowed) throw new Error('told twice');
  }
}

/** Notes which ends have come since the last look, before it is looked again. */
function noteEnds(line: TimeLine, tokens: Watched[]): void {
  const records = byToken(line.reminders.told);
  for (const token of tokens) {
    const record = toldOf(records, token);
    const quiet = record !== undefined && isQuiet(record, line.now);
    const ended = token.endsAt <= line.now;
    if (ended && !quiet && line.days.length > 0 && line.alive.has(keyOf(token))) line.owed.add(keyOf(token));
    if (ended || quiet) line.alive.delete(keyOf(token));
    else line.alive.add(keyOf(token));
  }
}

/** After a look that came to its end, of each token something was said for the nearest step that has come. */
function expectTold(line: TimeLine, tokens: Watched[]): void {
  const records = byToken(line.reminders.told);
  for (const token of tokens) {
    const record = toldOf(records, token);
    const step = dueStep(token.endsAt, line.days, line.now);
    const known = token.endsAt > line.now || line.owed.has(keyOf(token));
    if (step === undefined || !known || (record && isQuiet(record, line.now))) continue;
    if (!wasTold(line, token, step)) throw new Error(`nothing was told of a token at step ${step}`);
  }
  line.owed.clear();
  const { tellings } = look(line.reminders, tokens, { days: line.days, now: line.alarm - 1 });
  if (tellings.length > 0) throw new Error('something comes before its alarm');
}

/** The worker looks; if it is to be ended, at one of the places where it waits for the browser. */
function wake(line: TimeLine, killed: boolean): void {
  const last = killed ? line.below(3) : 3;
  if (last === 0) return;
  const list = line.list();
  const has = (telling: Telling) => line.shown.has(notificationName('reminder', telling));
  const kept = settled(line.reminders.told, has);
  const told = withoutGone(kept, [{ host, snapshot: list }], line.now);
  const tokens = watchedIn([{ host, snapshot: list }], { remindOfRenewed: false });
  noteEnds(line, tokens);
  const { reminders, tellings } = look({ ...line.reminders, told }, tokens, line);
  line.reminders = reminders;
  for (const telling of tellings) {
    if (last === 1) return;
    show(line, telling);
    if (last === 2) return;
    const after = line.reminders.told.map((each) => (isOf(telling)(each) ? given(each) : each));
    line.reminders = { ...line.reminders, told: after };
  }
  line.alarm = nextInstant(line.reminders, tokens, line);
  expectTold(line, tokens);
}

/** Ends are at full hours: what differs by less than a minute is the same end. */
const endIn = (line: TimeLine, hours: number) => START + (Math.floor((line.now - START) / HOUR) + hours) * HOUR;

function add(line: TimeLine): void {
  const id = IDS[line.made++ % IDS.length] ?? idOf(line.made);
  const expiresAt = endIn(line, line.below(45 * 24) - 24);
  const token = { id, name: 'x', scopes: [], createdAt: START, expiresAt, organizationIds: null, revoked: false };
  line.tokens = [...line.tokens, token];
}

function answer(line: TimeLine, given: 'snooze' | 'stop' | 'again'): void {
  wake(line, false); // for the answer, and it does what is due first
  const all = line.watched();
  if (all.length === 0) return;
  const token = line.oneOf(all);
  const before = toldOf(byToken(line.reminders.told), token) ?? nothingTold(token);
  const after = answered(before, given, { endsAt: token.endsAt, now: line.now });
  const others = line.reminders.told.filter(({ tokenId }) => tokenId !== token.id);
  line.reminders = { ...line.reminders, told: [...others, after] };
  for (const step of [30, 14, 7, 3, 1, 0]) {
    const counted = entry(line, `${keyOf(token)} ${step}`);
    if (given === 'snooze') counted.allowed = counted.told + 1;
    // Who takes an answer back has the token before their eyes: that counts as told.
    if (given === 'again' && step === dueStep(token.endsAt, [30, 14, 7, 3, 1, 0], line.now))
      counted.told = Math.max(counted.told, 1);
  }
}

const change = (line: TimeLine, deed: (token: Token) => Token[]) => {
  const chosen = line.below(Math.max(line.tokens.length, 1));
  line.tokens = line.tokens.flatMap((token, index) => (index === chosen ? deed(token) : token));
};

function extended(line: TimeLine, token: Token): Token {
  const expiresAt = endIn(line, line.below(60 * 24));
  if (expiresAt === token.expiresAt) return token;
  // An end that it had before is a new one all the same.
  for (const key of line.ledger.keys()) if (key.startsWith(keyOf({ id: token.id, expiresAt }))) line.ledger.delete(key);
  return { ...token, expiresAt };
}

/** What happens between two looks, beside time that passes. */
const DEEDS: ((line: TimeLine) => void)[] = [
  () => undefined,
  () => undefined,
  () => undefined,
  add,
  (line) => change(line, (token) => [extended(line, token)]),
  (line) => change(line, (token) => [{ ...token, revoked: true }]),
  (line) => change(line, () => []),
  (line) => answer(line, 'snooze'),
  (line) => answer(line, 'stop'),
  (line) => answer(line, 'again'),
  (line) => {
    wake(line, false); // the worker starts to save them
    line.days = line.oneOf(CHOICES);
  },
];

/** No two things happen in the same millisecond, also where the clock goes back to one that was before. */
const moment = (line: TimeLine) => line.below(60_000);

/** Lets time pass, with the alarm that falls into it: in time, late or not at all. */
function pass(line: TimeLine): void {
  const until = line.now + line.oneOf(SPANS);
  const asleep = line.below(3) === 0;
  while (!asleep && line.alarm <= until && line.below(8) > 0) {
    line.now = Math.max(line.now, line.alarm) + line.below(2) * line.below(HOUR) + moment(line);
    wake(line, line.below(8) === 0);
    if (line.below(8) === 0) wake(line, false);
    if (line.alarm <= line.now) break;
  }
  line.now = Math.max(line.now, until) + line.oneOf(JUMPS) + moment(line);
}

function live(seed: number): void {
  const line = new TimeLine(seed);
  for (let count = line.below(3); count >= 0; count--) add(line);
  wake(line, false);
  for (let round = 0; round < 6; round++) {
    line.oneOf(DEEDS)(line);
    pass(line);
    wake(line, line.below(6) === 0);
  }
}

test(`in ${TIME_LINES} time lines each step of a token is told at least once and at most once`, () => {
  fc.assert(fc.property(fc.integer(), live), { numRuns: TIME_LINES });
}, 120_000);
