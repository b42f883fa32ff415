import { SECOND } from '../../core/duration';
import { browser } from '../browser';
import { wait, within } from '../wait';

type Script = Parameters<typeof browser.scripting.executeScript>[0];

/** Between one look and the next (ms): of leave that is that old every page knows. */
const LATER = [SECOND / 20, SECOND / 5, SECOND];

/** So long (ms) a page has to begin. One that sleeps begins when it wakes up (w3c/webextensions issue 527). */
export const LONGEST_START = 3 * SECOND;

/**
 * Runs in a tab what may run twice, and late: of a page that sleeps nothing is answered. Leave reaches a page that was open
 * before by a way of its own: until then scripts run in no frame of it, and no error says so. (Met in Chromium 156: one of
 * forty tries on a busy machine.)
 */
export async function runInTab(script: Script) {
  const run = () => within(LONGEST_START, browser.scripting.executeScript({ ...script, injectImmediately: true }));
  for (const pause of LATER) {
    const ran = await run();
    if (ran?.length !== 0) return ran ?? [];
    await wait(pause);
  }
  return (await run()) ?? [];
}
