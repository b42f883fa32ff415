import { log } from '../platform/log';
import { CHECK, REMIND } from './alarm-names';
import { CLEAR_CLIPBOARD, clearInTime } from './clipboard';
import { renewFront } from './front/keep';
import { LOOK_AT_CLOCK, RUN_ROTATIONS } from './ledgers/rotations';
import { FORGET_SECRETS, forgetOldSecrets } from './minting/secrets';
import { check } from './reading/check';
import { remind } from './reminders/remind';
import { continueRevokeAll, REVOKE_ALL } from './revoke-all/revoke-all';
import { RUN_REVOKES, runRevokes } from './revoking/undoable';
import { runRotations } from './rotation/run';

/** With an end that comes near something may have to be said before the list. */
async function followClock(): Promise<void> {
  await remind();
  renewFront();
}

/**
 * Alarm name → job. A job does what is due by now and sets its alarm for what comes next; run at any other time it does
 * no harm.
 */
const jobs: Readonly<Record<string, () => Promise<void>>> = {
  [FORGET_SECRETS]: forgetOldSecrets,
  [RUN_REVOKES]: runRevokes,
  [CLEAR_CLIPBOARD]: clearInTime,
  [RUN_ROTATIONS]: runRotations,
  [LOOK_AT_CLOCK]: runRotations,
  [REMIND]: followClock,
  [CHECK]: check,
  [REVOKE_ALL]: continueRevokeAll,
};

/** The job of an alarm, done; an alarm that an older version left behind has none. */
export async function runAlarm(name: string): Promise<void> {
  await jobs[name]?.();
}

async function runJob(name: string, job: () => Promise<void>): Promise<boolean> {
  try {
    await job();
    return true;
  } catch (error) {
    log.warn(`${name} at start`, error);
    return false;
  }
}

/**
 * Every job at once: an unpacked extension was seen to lose its alarms at a restart. Answers, when all of them have ended,
 * whether each has ended well.
 */
export async function runAllJobs(): Promise<boolean> {
  const ends = await Promise.all(Object.entries(jobs).map(([name, job]) => runJob(name, job)));
  return ends.every((isWell) => isWell);
}
