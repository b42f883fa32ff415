import { SECOND } from '../core/duration';
import { browser } from './browser';

/** Browsers raise shorter waits to this. https://developer.chrome.com/docs/extensions/reference/api/alarms */
const SHORTEST = 30 * SECOND;

/**
 * Keeps one alarm of a name, at an instant (milliseconds since 1970) or not at all. One that is there already is left
 * alone: browsers keep most alarms over a restart, but not all of them always.
 */
export async function keepAlarm(name: string, instant: number | null): Promise<void> {
  const kept = await browser.alarms.get(name);
  if (instant === null) {
    if (kept) await browser.alarms.clear(name);
    return;
  }
  const when = Math.max(instant, Date.now() + SHORTEST);
  if (kept === undefined || Math.abs(kept.scheduledTime - when) > SECOND) browser.alarms.create(name, { when });
}
