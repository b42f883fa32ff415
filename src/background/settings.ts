import { settingsUnder } from '../core/policy/held';
import { ok, type Result } from '../core/result';
import type { Settings } from '../core/settings';
import { inBackground, log } from '../platform/log';
import { policyNow } from '../platform/policy';
import { stored } from '../platform/stored';
import { speakAsChosen } from './language';
import { followSettings } from './new-settings';
import { decided } from './policy/decided';
import { remind } from './reminders/remind';
import { roam } from './roaming';

export async function saveSettings({ settings }: { settings: Settings }): Promise<Result<void>> {
  const { policy } = await policyNow();
  if (JSON.stringify(settingsUnder(policy, settings)) !== JSON.stringify(settings)) return decided('settings');
  const before = await stored.settings.get();
  // What was due was due by the settings of then; what goes wrong with that must not cost the new ones.
  await remind().catch((error: unknown) => log.warn('reminders before new settings', error));
  await stored.settings.set(settings);
  await speakAsChosen();
  await followSettings(before, settings);
  inBackground('roaming', roam());
  return ok();
}
