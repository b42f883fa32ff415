import { call } from '../../contract/call';
import type { KnownHost } from '../../core/host';
import type { Settings } from '../../core/settings';
import { settings, whileSettingsShown } from '../stores/settings';
import { explain } from './doing';

/** Changes some of what the user has chosen. Answers whether it was taken; why not is told. */
export async function changeSettings(change: Partial<Settings>): Promise<boolean> {
  const save = (all: Settings) => call('settings.save', { settings: all });
  const saved = await whileSettingsShown({ ...settings.value, ...change }, save);
  if (saved.ok) return true;
  explain(saved.failure, '');
  return false;
}

export async function allowInsecure({ id }: KnownHost, allowed: boolean): Promise<void> {
  const others = settings.value.insecureMinting.filter((each) => each !== id);
  await changeSettings({ insecureMinting: allowed ? [...others, id] : others });
}

/** Whether it is no news that nobody is signed in there. */
export async function signInOnDemand({ id }: KnownHost, onDemand: boolean): Promise<void> {
  const others = settings.value.onDemand.filter((each) => each !== id);
  await changeSettings({ onDemand: onDemand ? [...others, id] : others });
}
