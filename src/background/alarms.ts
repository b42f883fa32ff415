import { MINUTE } from '../core/duration';
import { KEEP_SECRET } from '../core/minted';
import { browser } from '../platform/browser';
import { stored } from '../platform/stored';

const FORGET_SECRET = 'forget-secret';

export async function forgetSecretLater(): Promise<void> {
  await browser.alarms.create(FORGET_SECRET, { delayInMinutes: KEEP_SECRET / MINUTE });
}

export async function forgetSecret(): Promise<void> {
  await stored.minted.remove();
  await browser.alarms.clear(FORGET_SECRET);
}

/** Alarm name → job. */
const jobs: Readonly<Record<string, () => Promise<void>>> = { [FORGET_SECRET]: forgetSecret };

/** The job of an alarm, done; an alarm that an older version left behind has none. */
export async function runAlarm(name: string): Promise<void> {
  await jobs[name]?.();
}

/** An unpacked extension was seen to lose its alarms at a restart: a secret without an end gets one again. */
export async function ensureAlarms(): Promise<void> {
  const kept = await stored.minted.get();
  if (kept && Date.now() - kept.mintedAt >= KEEP_SECRET) await forgetSecret();
  else if (kept && !(await browser.alarms.get(FORGET_SECRET))) await forgetSecretLater();
}
