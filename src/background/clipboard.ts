import { type Clearing, isDue } from '../core/clipboard';
import { SECOND } from '../core/duration';
import { ok, type Result } from '../core/result';
import { setAlarm } from '../platform/alarm';
import { clearClipboard } from '../platform/clear-clipboard';
import { log } from '../platform/log';
import { queue } from '../platform/queue';
import { stored } from '../platform/stored';

import { keepEvent } from './diagnostics';

export const CLEAR_CLIPBOARD = 'clear-clipboard';

/** Copies and clearings, one after the other: a copy that is noted while another is cleared must not be forgotten with it. */
const inOrder = queue();

/** When something was taken off the clipboard last, or is about to be. */
let clearedAt = Number.NEGATIVE_INFINITY;

/** Until a copy is noted a message is on its way: one that came onto the clipboard just before it was cleared is noted only after. */
const MESSAGE_TAKES = SECOND;

/** Takes the text of that digest off the clipboard. */
async function clear(digest: string, by: 'press' | 'time'): Promise<Clearing> {
  clearedAt = Number.POSITIVE_INFINITY;
  const clearing = await clearClipboard(digest);
  clearedAt = Date.now();
  keepEvent({ at: clearedAt, what: 'cleared', by, became: clearing });
  return clearing;
}

/** For a browser that is closed before. Clearing needs no disk: one that takes nothing does not keep a secret where it is. */
async function rememberOnDisk(clearsAt: number | null): Promise<void> {
  await stored.clipboardDue.set(clearsAt).catch((error: unknown) => log.warn('clipboard', error));
}

type Noted = { digest: string; of: string };

async function count(noted: Noted): Promise<void> {
  const { clearClipboardSeconds: seconds } = await stored.settings.get();
  keepEvent({ at: Date.now(), what: 'copied', seconds });
  if (seconds === null) return;
  const clearsAt = Date.now() + seconds * SECOND;
  // Before the note: a worker that is ended right after it leaves nothing else that would start the next one. Without an
  // alarm it is noted all the same, for a press or the next worker, and its page hears that nobody counts its time.
  const waking = setAlarm(CLEAR_CLIPBOARD, clearsAt);
  await waking.catch(() => undefined);
  await stored.copied.set({ clearsAt, ...noted, failed: false });
  await rememberOnDisk(clearsAt);
  await waking;
}

/**
 * A secret was copied: from now on its time on the clipboard is counted, as long as the user has chosen. Answers whether what was there
 * before may have been cleared just after it, and the copy with it.
 */
export async function noteCopy(noted: Noted): Promise<Result<boolean>> {
  const before = clearedAt;
  const age = Math.abs(Date.now() - before); // the clock may have been set back
  const isJustCleared = before === Number.POSITIVE_INFINITY || age < MESSAGE_TAKES;
  const isGone = await inOrder(async () => {
    await count(noted);
    return isJustCleared || clearedAt !== before; // by one that was asked for before, and had not begun
  });
  return ok(isGone);
}

/** What became of what was copied. */
async function settle(clearing: Clearing): Promise<void> {
  if (clearing === 'failed') return await stored.copied.update((copied) => copied && { ...copied, failed: true });
  await stored.copied.set(null);
  await rememberOnDisk(null);
  await setAlarm(CLEAR_CLIPBOARD, null);
}

/** Clears it now, as the answer to a press. */
export function clearNow(): Promise<Result<Clearing>> {
  return inOrder(async () => {
    const { digest = '' } = (await stored.copied.get()) ?? {};
    const clearing = await clear(digest, 'press');
    await settle(clearing);
    return ok(clearing);
  });
}

async function clearWhatIsDue(): Promise<void> {
  const [copied, due] = await Promise.all([stored.copied.get(), stored.clipboardDue.get()]);
  if (copied === null && due !== null) return await stored.copied.set({ clearsAt: due, digest: '', failed: true });
  if (copied === null || copied.failed) return;
  if (!isDue(copied, Date.now())) await setAlarm(CLEAR_CLIPBOARD, copied.clearsAt);
  else await settle(await clear(copied.digest, 'time'));
}

/**
 * Clears the clipboard when its time has come. Where only the disk remembers a copy, the browser was closed before that:
 * what the clipboard holds by now is not known, so nothing is taken away, and the user is told.
 */
export const clearInTime = (): Promise<void> => inOrder(clearWhatIsDue);

/** The user knows that the clipboard may still hold a token. */
export function dismissClipboard(): Promise<Result<void>> {
  return inOrder(async () => {
    await settle('kept');
    return ok();
  });
}
