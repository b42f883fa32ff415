import { signal } from '@preact/signals';
import { call } from '../../contract/call';
import { type Clearing, type Copied, secondsLeft } from '../../core/clipboard';
import { SECOND } from '../../core/duration';
import { message as m } from '../../platform/message';
import { letReadClipboard, mayReadClipboard } from '../../platform/permission';
import { stored } from '../../platform/stored';
import { explain } from '../deeds/doing';
import { follow } from './follow';
import { say, warn } from './notice';

/** A secret on the clipboard: how long it stays there, or that it could not be taken away. */
export type OnClipboard = { failed: boolean; seconds: number };
export const onClipboard = signal<OnClipboard | null>(null);

let ticking: ReturnType<typeof setInterval> | undefined;

function count(copied: Copied | null): void {
  clearInterval(ticking);
  const look = () => {
    onClipboard.value = copied && { failed: copied.failed, seconds: secondsLeft(copied, Date.now()) };
  };
  look();
  if (copied && !copied.failed) ticking = setInterval(look, SECOND);
}

export const loadClipboard = () => follow(stored.copied, count);

const sayCleared: Record<Clearing, () => void> = {
  cleared: () => say(m('clipboard_cleared')),
  kept: () => say(m('clipboard_kept')),
  failed: () => warn(m('clipboard_failed')),
};

export async function clearClipboardNow(): Promise<void> {
  const cleared = await call('clipboard.clear', {});
  if (cleared.ok) sayCleared[cleared.value]();
  else explain(cleared.failure, '');
}

export async function dismissClipboard(): Promise<void> {
  const dismissed = await call('clipboard.dismiss', {});
  if (!dismissed.ok) explain(dismissed.failure, '');
}

/** Whether the extension may look what the clipboard holds before it clears it. */
export const mayRead = signal(false);

export async function loadMayRead(): Promise<void> {
  mayRead.value = await mayReadClipboard();
}

export async function allowReading(allowed: boolean): Promise<void> {
  mayRead.value = await letReadClipboard(allowed);
}
