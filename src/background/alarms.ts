import { inBackground } from '../platform/log';
import { CLEAR_CLIPBOARD, clearInTime } from './clipboard';
import { RUN_ROTATIONS } from './ledgers/rotations';
import { FORGET_SECRETS, forgetOldSecrets } from './minting/secrets';
import { check } from './reading/check';
import { CHECK } from './reading/turns';
import { REMIND, remind } from './reminders/remind';
import { continueRevokeAll, REVOKE_ALL } from './revoke-all/revoke-all';
import { RUN_REVOKES, runRevokes } from './revoking/undoable';
import { runRotations } from './rotation/run';

/**
 * Alarm name → job. A job does what is due by now and sets its alarm for what comes next; run at any other time it does
 * no harm.
 */
const jobs: Readonly<Record<string, () => Promise<void>>> = {
  [FORGET_SECRETS]: forgetOldSecrets,
  [RUN_REVOKES]: runRevokes,
  [CLEAR_CLIPBOARD]: clearInTime,
  [RUN_ROTATIONS]: runRotations,
  [REMIND]: remind,
  [CHECK]: check,
  [REVOKE_ALL]: continueRevokeAll,
};

/** The job of an alarm, done; an alarm that an older version left behind has none. */
export async function runAlarm(name: string): Promise<void> {
  await jobs[name]?.();
}

/** An unpacked extension was seen to lose its alarms at a restart, so each start of the worker runs every job. */
export function runAllJobs(): void {
  for (const [name, job] of Object.entries(jobs)) inBackground(`${name} at start`, job());
}
