import { call } from '../../contract/call';
import type { Clearing } from '../../core/clipboard';
import { message as m } from '../../platform/message';
import { letReadClipboard } from '../../platform/permission';
import { mayRead } from '../stores/clipboard';
import { say, warn } from '../stores/notice';
import { explain } from './doing';

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

export async function allowReading(allowed: boolean): Promise<void> {
  mayRead.value = await letReadClipboard(allowed);
}
