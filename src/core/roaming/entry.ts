import * as z from 'zod/mini';
import { PORTABLE } from '../settings';

/** The last instant that a date can be of. Anybody can write into a sync: after a greater one nothing could be later. */
const LAST_INSTANT = 8.64e15;

/**
 * One value as it goes from browser to browser: when it was chosen, and by which of them. `null` is a value that was
 * taken away.
 */
export const Entry = z.object({ value: z.unknown(), at: z.int().check(z.lte(LAST_INSTANT)), by: z.string() });
export type Entry = z.output<typeof Entry>;

/** All values that are known to roam, by name. */
export type Entries = Readonly<Record<string, Entry>>;

/** What of a user's choices can roam, by the same names. */
export type Facts = Readonly<Record<string, unknown>>;

const isLater = (one: Entry, other: Entry) => one.at > other.at || (one.at === other.at && one.by > other.by);

const byKey = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1);

/** With the keys of each object sorted: Chromium hands back so what it has stored. */
const asText = (value: unknown) =>
  JSON.stringify(value ?? null, (_, each: unknown) =>
    each instanceof Object && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(byKey)) : each,
  );

export const isSame = (one: unknown, other: unknown): boolean => asText(one) === asText(other);

/** The last one wins, value by value; of two of the same instant the one of the greater name, wherever that is decided. */
export function merged(one: Entries, other: Entries): Entries {
  const later = Object.entries(other).filter(([name, entry]) => {
    const known = one[name];
    return known === undefined || isLater(entry, known);
  });
  return { ...one, ...Object.fromEntries(later) };
}

/** What of these is not, or not yet, in the others. */
export function beyond(entries: Entries, others: Entries): Entries {
  const isNew = ([name, { at, by }]: [string, Entry]) => others[name]?.at !== at || others[name]?.by !== by;
  return Object.fromEntries(Object.entries(entries).filter(isNew));
}

/** Later than everything that was seen: a browser whose clock is behind must not lose what its user chose last. */
const nextInstant = (entries: Entries, now: number) =>
  Math.min(LAST_INSTANT, Math.max(now, ...Object.values(entries).map(({ at }) => at + 1)));

/**
 * The entries with what the user has changed here since: `facts` beside those of before. What another browser has sent
 * and this one could not take is no change, and stays as it was sent. Nor is a setting that was none of the user's before:
 * when a policy goes, what it decided stays here, and is nobody's choice.
 */
export function withChoices(entries: Entries, facts: Facts, here: { by: string; now: number; before: Facts }): Entries {
  const at = nextInstant(entries, here.now);
  const wasDecided = (name: string) => PORTABLE.some((each) => each === name) && !(name in here.before);
  const isChanged = ([name, value]: [string, unknown]) => !isSame(value, here.before[name]) && !wasDecided(name);
  const changed = Object.entries(facts).filter(isChanged);
  return { ...entries, ...Object.fromEntries(changed.map(([name, value]) => [name, { value, at, by: here.by }])) };
}
