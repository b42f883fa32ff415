import { signal } from '@preact/signals';
import { type Guard, NO_GUARD, placeOf } from '../../core/guard/guard';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings';
import { inBackground } from '../../platform/log';
import { mayReach, onAllowed } from '../../platform/permission';
import { stored } from '../../platform/stored';
import { followChanged } from './follow';

export const settings = signal<Settings>(DEFAULT_SETTINGS);

export const { load: loadSettings, whileShown: whileSettingsShown } = followChanged(stored.settings, settings);

/** Where the paste guard asks. */
export const guard = signal<Guard>(NO_GUARD);

const guarding = followChanged(stored.guard, guard);
export const whileGuardShown = guarding.whileShown;

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
  guard.subscribe(look);
  await guarding.load();
}
