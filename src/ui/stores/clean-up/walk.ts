import { computed, signal } from '@preact/signals';
import { type Queued, queueOf } from '../../../core/cleanup/queue';
import * as walking from '../../../core/cleanup/walk';
import { isActive } from '../../../core/expiry';
import { keyOf } from '../../../core/names/token-key';
import type { Decided, Ending, InView, Row } from '../../on-screen';
import { computedInWords } from '../../spoken';
import { allRows } from '../overview';
import { isAlwaysKept, isHeld, isStray } from './held';
import { isSpared } from './spared';

/** How far somebody is in this page. What is kept or put off outlives it, in storage. */
const walk = signal<walking.Walk>(walking.AT_START);
/** How far the revokes are that were decided here, by their tokens. */
export const ends = signal<ReadonlyMap<string, Ending>>(new Map());
/** What it takes to say why tokens came back, the last one at the end. */
const whys = signal<ReadonlyMap<string, () => string>>(new Map());
/** The same in the language of now. */
export const reasonsBack = computedInWords(
  (): ReadonlyMap<string, string> => new Map([...whys.value].map(([key, why]) => [key, why()])),
);
/** What a screen reader is to be told: the last decision, and what comes next. */
export const said = signal('');
export const say = (text: string) => {
  said.value = text;
};

const queue = computed(() =>
  queueOf(allRows.value, {
    isStray: isStray.value,
    isHeld: isHeld.value,
    isSpared: (row) => isSpared(row) || isAlwaysKept.value(row),
  }),
);
const keys = computed(() => queue.value.map(({ key }) => key));
const byKey = computed(() => new Map(queue.value.map((each) => [each.key, each])));
const open = computed(() => walking.stillOpen(walk.value, keys.value));

/** Tokens that were in view, as they were last: those that have gone since are still called by their names. */
const met = new Map<string, Row>();
const fromList = (key: string) => allRows.value.find(({ token, host }) => keyOf(token, host) === key);

/** Where nothing speaks for its end any more, it stays all the same: it must not change under a key that is on its way. */
function inView(key: string): InView | null {
  const queued = byKey.value.get(key);
  const row = queued?.row ?? fromList(key);
  if (row) met.set(key, row);
  const isGone = !row || !isActive(row.token, row.now) || Boolean(row.role) || isHeld.value(row);
  const shown = row ?? met.get(key);
  return shown
    ? { key, row: shown, reasons: queued?.reasons ?? [], isGone, back: reasonsBack.value.get(key) ?? null }
    : null;
}

/** The token in view, and those that come after it. */
export const current = computed(() => (walk.value.at === null ? null : inView(walk.value.at)));
export const coming = (count: number): Queued<Row>[] =>
  open.value.slice(1, count + 1).flatMap((key) => byKey.value.get(key) ?? []);

/** Its place in the count, and of how many. */
export const place = computed(() => ({
  at: walk.value.decided.length + 1,
  of: walk.value.decided.length + open.value.length,
}));

/** What was decided, the newest first. */
export const decided = computed((): Decided[] =>
  walk.value.decided.toReversed().flatMap(({ key, how }) => {
    const row = met.get(key);
    return row ? [{ key, how, row, end: ends.value.get(key) ?? null }] : [];
  }),
);

const isDecided = (key: string) => walk.value.decided.some((each) => each.key === key);

/** Has a token in view, where there is one; what a rotation has begun with is decided. */
export function settle(): void {
  const at = current.value;
  if (at?.row.role && !isDecided(at.key)) walk.value = walking.decide(walk.value, 'rotate', keys.value);
  walk.value = walking.settled(walk.value, keys.value);
}

export function decide(how: walking.How): void {
  walk.value = walking.decide(walk.value, how, keys.value);
}

export function leave(): void {
  walk.value = walking.leave(walk.value, keys.value);
}

/** A deed has failed, or somebody has taken it back elsewhere: its token comes last. */
export function comeBack(key: string, why: (() => string) | null): void {
  if (!isDecided(key)) return;
  if (why !== null) whys.value = new Map(whys.value).set(key, why);
  walk.value = walking.settled(walking.cameBack(walk.value, key), keys.value);
}

/** Whether the queue has a token, decided about or not. */
export const isQueued = (key: string): boolean => byKey.value.has(key);

/** A decision was taken back: its token is in view again. */
export function takeBack(key: string): void {
  walk.value = walking.takenBack(walk.value, key);
}

export function beginAgain(): void {
  walk.value = walking.settled(walking.askedAgain(walk.value), keys.value);
}
