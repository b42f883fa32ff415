import { type Guard, placeOf } from '../core/guard/guard';
import { ok, type Result } from '../core/result';
import { browser } from '../platform/browser';
import { mayReach, patternsFor } from '../platform/permission';
import { queue } from '../platform/queue';
import { stored } from '../platform/stored';
import { giveBackUnneeded } from './connection/leave';
import { guardUnder } from './guarded-pages';

const inOrder = queue();

/** The patterns of the sites on which the guard is to ask, as far as the browser lets it. */
async function patternsNow(): Promise<string[]> {
  const { on, sites } = await stored.guard.get();
  const places = on ? sites.map(placeOf) : [];
  const allowed = await Promise.all(places.map(mayReach));
  return places.filter((_, at) => allowed[at]).flatMap(patternsFor);
}

async function keep(): Promise<void> {
  const [patterns, { language }] = await Promise.all([patternsNow(), stored.settings.get()]);
  await guardUnder(patterns, language);
}

/** Sees that the guard is where it is to be: after an update, a restart, whatever is allowed or taken away elsewhere, and when another language is chosen. */
export const keepGuard = (): Promise<void> => inOrder(keep);

/** The leave for a site is given back last: without it nobody could end the guard in its open pages. */
export function saveGuard({ guard }: { guard: Guard }): Promise<Result<void>> {
  return inOrder(async () => {
    await stored.guard.set(guard);
    await keep();
    await giveBackUnneeded();
    return ok();
  });
}

const DOCTOR = 'src/page/index.html#doctor';

/** Brings the doctor to the front, in the tab and the window that it has already: a page that asks again and again opens one. */
export async function openDoctor(): Promise<void> {
  if (!(await stored.guard.get()).on) return;
  const url = browser.runtime.getURL(DOCTOR);
  const own = await browser.tabs.query({ url: url.replace(/#.*/, '*') });
  const there = own.find((tab) => tab.url === url);
  if (there?.id === undefined) return void (await browser.tabs.create({ url }));
  await browser.tabs.update(there.id, { active: true });
  if (there.windowId !== undefined) await browser.windows.update(there.windowId, { focused: true });
}
