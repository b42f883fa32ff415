import { DAY, HOUR } from '../duration';
import { placedKey } from '../names/placed';
import type { RemindDay } from '../settings';
import { dueStep, isQuiet, isReached } from './steps';
import { freeTime, type Telling } from './telling';
import type { Reminders, Told } from './told';
import { byToken, given, inEachPlace, nothingTold, toldOf } from './told-of';
import type { Watched } from './watched';

type At = { days: RemindDay[]; now: number };

/** Whether a step is to be told. It was told with a nearer one, unless that was under a clock that went ahead. */
function isNews(record: Told, step: RemindDay, { endsAt }: Watched, now: number): boolean {
  return !record.steps.some((told) => told === step || (told < step && isReached(endsAt, told, now)));
}

/** A snooze after the clock was set back: its day does not grow longer by it. */
function withinADay(record: Told, now: number): Told {
  return record.snoozedUntil === null ? record : { ...record, snoozedUntil: Math.min(record.snoozedUntil, now + DAY) };
}

/** A record without what was decided and not given to the browser: that is decided anew. */
const sure = (record: Told): Told =>
  record.shown ? record : { ...record, steps: record.steps.slice(0, -1), shown: true };

/** `until` ends were looked at before: what had ended by then was told of, or nobody knew it. */
function looked(record: Told, token: Watched, at: At & { until: number; toldAt: number }): Told {
  const { now, days, until, toldAt } = at;
  const base = sure(record);
  if (isQuiet(base, now)) return withinADay(base, now);
  const step = dueStep(token.endsAt, days, now);
  // After a snooze the step that is due is told even if it was told before: that is what was asked for.
  const asked = base.snoozedUntil !== null;
  const passed = record.shown && token.endsAt <= now && token.endsAt <= until;
  if (step === undefined || !(asked || (!passed && isNews(base, step, token, now)))) return given(base);
  const steps = [...base.steps.filter((told) => told !== step), step];
  return { ...base, steps, at: toldAt, shown: false };
}

const saysSomething = ({ steps, snoozedUntil, silenced }: Told) =>
  steps.length > 0 || snoozedUntil !== null || silenced;

/** Until when ends were looked at. An hour late is soon enough where none came in it: the records are written only where something has changed. */
function ranAt(before: number | null, tokens: readonly Watched[], now: number): number {
  const isRecent = before !== null && before <= now && now - before < HOUR;
  const hasEnded = tokens.some(({ endsAt }) => endsAt > (before ?? now) && endsAt <= now);
  return isRecent && !hasEnded ? before : now;
}

/** What is to be told now, a notification for each host, and the records with it: not `shown` until it is. */
export type Look = { reminders: Reminders; tellings: Telling[] };

/**
 * Looks at tokens when it is `now` (milliseconds since 1970, by this computer's clock). Each step of a token is told once;
 * of several that are reached, the nearest.
 */
export function look(reminders: Reminders, tokens: Watched[], { days, now }: At): Look {
  const before = byToken(reminders.told);
  const toldAt = freeTime(reminders.told, now);
  const at = { days, now, toldAt, until: reminders.ranAt ?? now };
  const told = tokens.flatMap((token) =>
    inEachPlace(looked(toldOf(before, token) ?? nothingTold(token), token, at), token, before),
  );
  const watched = new Set(told.map(placedKey));
  const others = reminders.told.filter((each) => !watched.has(placedKey(each)));
  const hosts = new Set(told.filter(({ shown }) => !shown).map(({ hostId }) => hostId));
  return {
    reminders: { ranAt: ranAt(reminders.ranAt, tokens, now), told: [...others, ...told.filter(saysSomething)] },
    tellings: [...hosts].map((hostId) => ({ hostId, at: toldAt })),
  };
}

/** When something about the ends of tokens changes next: what is told, or what is counted. At most a day ahead. */
export function nextInstant({ told }: Reminders, tokens: Watched[], { days, now }: At): number {
  const steps = [...days, 1, 0];
  let next = now + DAY;
  const consider = (instant: number) => {
    if (instant > now && instant < next) next = instant;
  };
  for (const { endsAt } of tokens) for (const step of steps) consider(endsAt - step * DAY);
  for (const { snoozedUntil } of told) consider(snoozedUntil ?? 0);
  return next;
}
