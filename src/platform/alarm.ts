import { HOUR, SECOND } from '../core/duration';
import { browser } from './browser';

/** Browsers raise shorter waits to this. https://developer.chrome.com/docs/extensions/reference/api/alarms */
export const SHORTEST_WAIT = 30 * SECOND;

/**
 * Sets the one alarm of a name, at an instant (milliseconds since 1970) or not at all; it goes off again every so many
 * minutes, if that is told.
 */
export async function setAlarm(name: string, instant: number | null, periodInMinutes?: number): Promise<void> {
  if (instant === null) await browser.alarms.clear(name);
  else await browser.alarms.create(name, { when: instant, ...(periodInMinutes && { periodInMinutes }) });
}

/** What no disk takes is tried again after that: sooner would be all day long, and asks a server each time. */
export const MUCH_LATER = HOUR;

/** Does what an alarm wakes for. Where that does not end, as on a disk that takes not even that it was tried, it waits. */
export async function orMuchLater(name: string, job: () => Promise<void>): Promise<void> {
  try {
    await job();
  } catch (error) {
    await setAlarm(name, Date.now() + MUCH_LATER);
    throw error;
  }
}

/** When the alarm of a name goes off next, if it is set. */
export async function alarmAt(name: string): Promise<number | undefined> {
  return (await browser.alarms.get(name))?.scheduledTime;
}

/**
 * The same, but no sooner than browsers take it, and one that is there already is left alone: they keep most alarms over
 * a restart, but not all of them always.
 */
export async function keepAlarm(name: string, instant: number | null): Promise<void> {
  const kept = await browser.alarms.get(name);
  if (instant === null) {
    if (kept) await setAlarm(name, null);
    return;
  }
  const when = Math.max(instant, Date.now() + SHORTEST_WAIT);
  if (kept === undefined || Math.abs(kept.scheduledTime - when) > SECOND) await setAlarm(name, when);
}
