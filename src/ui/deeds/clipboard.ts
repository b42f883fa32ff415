import { call } from '../../contract/call';
import type { Clearing } from '../../core/clipboard';
import { message as m } from '../../platform/message';
import { letReadClipboard } from '../../platform/permission';
import { mayRead } from '../stores/clipboard';
import { say, warn } from '../stores/notice';
import { explain } from './doing';

/** Empties the clipboard from a page that is in front, which every system allows; where nobody looked, this is what is sure. */
async function isSurelyEmpty(): Promise<boolean> {
  if (!document.hasFocus()) return false;
  return await navigator.clipboard.writeText('').then(
    () => true,
    () => false,
  );
}

const sayCleared: Record<Clearing, () => void | Promise<void>> = {
  cleared: () => say(m('clipboard_cleared')),
  unseen: async () => say(m((await isSurelyEmpty()) ? 'clipboard_cleared' : 'clipboard_unchecked')),
  kept: () => say(m('clipboard_kept')),
  failed: () => warn(m('clipboard_failed')),
};

export async function clearClipboardNow(): Promise<void> {
  const cleared = await call('clipboard.clear', {});
  if (cleared.ok) await sayCleared[cleared.value]();
  else explain(cleared.failure, '');
}

export async function dismissClipboard(): Promise<void> {
  const dismissed = await call('clipboard.dismiss', {});
  if (!dismissed.ok) explain(dismissed.failure, '');
}

export async function allowReading(allowed: boolean): Promise<void> {
  mayRead.value = await letReadClipboard(allowed);
}
