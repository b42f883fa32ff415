import { signal } from '@preact/signals';
import { type Guard, NO_GUARD, placeOf } from '../../core/guard/guard';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings';
import { inBackground } from '../../platform/log';
import { mayReach, onAllowed } from '../../platform/permission';
import { stored } from '../../platform/stored';
import { follow } from './follow';

export const settings = signal<Settings>(DEFAULT_SETTINGS);

/** Changes that are being saved. Until the last one is, storage tells of an older state than the one on the screen. */
let underWay = 0;

export const loadSettings = () =>
  follow(stored.settings, (value) => {
    if (underWay === 0) settings.value = value;
  });

/** Shows a change at once, so that the next one builds on it, and what became of it when all are saved. */
export async function whileShown<T>(change: Partial<Settings>, save: (all: Settings) => Promise<T>): Promise<T> {
  settings.value = { ...settings.value, ...change };
  underWay += 1;
  try {
    return await save(settings.value);
  } finally {
    underWay -= 1;
    const now = await stored.settings.get().catch(() => null); // where nothing can be read, what is shown stays
    if (now && underWay === 0) settings.value = now;
  }
}

/** Where the paste guard asks. */
export const guard = signal<Guard>(NO_GUARD);

/** Guarded sites into which the browser does not let the guard. */
export const unallowed = signal<string[]>([]);

async function lookAtLeave(): Promise<void> {
  const { sites } = guard.value;
  const may = await Promise.all(sites.map((site) => mayReach(placeOf(site))));
  unallowed.value = sites.filter((_, at) => !may[at]);
}

/** Leave is given and taken away in the browser's own settings too. */
export async function loadGuard(): Promise<void> {
  const look = () => inBackground('leave for guarded sites', lookAtLeave());
  onAllowed(look);
  await follow(stored.guard, (value) => {
    guard.value = value;
    look();
  });
}
