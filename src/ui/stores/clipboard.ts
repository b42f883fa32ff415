import { signal } from '@preact/signals';
import { type Copied, secondsLeft } from '../../core/clipboard';
import { SECOND } from '../../core/duration';
import { mayReadClipboard } from '../../platform/permission';
import { stored } from '../../platform/stored';
import { follow } from './follow';

/** A secret on the clipboard: how long it stays there, or that it could not be taken away, and its digest where that is known. */
export type OnClipboard = { failed: boolean; seconds: number; of: string | undefined };
export const onClipboard = signal<OnClipboard | null>(null);

let ticking: ReturnType<typeof setInterval> | undefined;

function count(copied: Copied | null): void {
  clearInterval(ticking);
  const look = () => {
    onClipboard.value = copied && { failed: copied.failed, seconds: secondsLeft(copied, Date.now()), of: copied.of };
  };
  look();
  if (copied && !copied.failed) ticking = setInterval(look, SECOND);
}

export const loadClipboard = () => follow(stored.copied, count);

/** Whether the extension may look what the clipboard holds before it clears it. */
export const mayRead = signal(false);

export async function loadMayRead(): Promise<void> {
  mayRead.value = await mayReadClipboard();
}
