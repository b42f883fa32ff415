import { ok, type Result } from '../core/result';
import type { Settings } from '../core/settings';
import { stored } from '../platform/stored';

export async function saveSettings({ settings }: { settings: Settings }): Promise<Result<void>> {
  await stored.settings.set(settings);
  return ok();
}
