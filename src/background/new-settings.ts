import type { Settings } from '../core/settings';
import { inBackground } from '../platform/log';
import { restartTurns } from './reading/turns';
import { lookAtTokens } from './reminders/remind';

/** What new settings set going, whoever has chosen them: the user, another browser of theirs, or an administrator. */
export async function followSettings(before: Settings, settings: Settings): Promise<void> {
  await restartTurns(before, settings);
  inBackground('look after the settings', lookAtTokens());
}
