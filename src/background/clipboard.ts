import type { Clearing } from '../core/clipboard';
import { SECOND } from '../core/duration';
import { ok, type Result } from '../core/result';
import { setAlarm } from '../platform/alarm';
import { clearClipboard } from '../platform/clear-clipboard';
import { stored } from '../platform/stored';

export const CLEAR_CLIPBOARD = 'clear-clipboard';

/** A secret was copied: from now on its time on the clipboard is counted, as long as the user has chosen. */
export async function noteCopy({ digest }: { digest: string }): Promise<Result<void>> {
  const { clearClipboardSeconds: seconds } = await stored.settings.get();
  if (seconds === null) return ok();
  const clearsAt = Date.now() + seconds * SECOND;
  await stored.clipboardDue.set(clearsAt);
  await stored.copied.set({ clearsAt, digest, failed: false });
  await setAlarm(CLEAR_CLIPBOARD, clearsAt);
  return ok();
}

async function settle(clearing: Clearing): Promise<void> {
  const copied = await stored.copied.get();
  if (clearing === 'failed') return await stored.copied.set(copied && { ...copied, failed: true });
  await stored.copied.set(null);
  await stored.clipboardDue.set(null);
  await setAlarm(CLEAR_CLIPBOARD, null);
}

/** Clears it now, as the answer to a press. */
export async function clearNow(): Promise<Result<Clearing>> {
  const copied = await stored.copied.get();
  const clearing = await clearClipboard(copied?.digest ?? '');
  await settle(clearing);
  return ok(clearing);
}

/**
 * Clears the clipboard when its time has come. Where only the disk remembers a copy, the browser was closed before that:
 * what the clipboard holds by now is not known, so nothing is taken away, and the user is told.
 */
export async function clearInTime(): Promise<void> {
  const [copied, due] = await Promise.all([stored.copied.get(), stored.clipboardDue.get()]);
  if (copied === null && due !== null) return await stored.copied.set({ clearsAt: due, digest: '', failed: true });
  if (copied === null || copied.failed) return;
  if (copied.clearsAt > Date.now()) await setAlarm(CLEAR_CLIPBOARD, copied.clearsAt);
  else await settle(await clearClipboard(copied.digest));
}

/** The user knows that the clipboard may still hold a token. */
export async function dismissClipboard(): Promise<Result<void>> {
  await settle('kept');
  return ok();
}
