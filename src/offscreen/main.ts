import type { Clearing } from '../core/clipboard';
import { browser, type MessageSender } from '../platform/browser';
import type { ClearAsk } from '../platform/clear-clipboard';
import { digestOf } from '../platform/digest';

// The page is never in focus, so `navigator.clipboard` refuses it; the old commands work.

/** Leaves the clipboard empty: selecting nothing would copy nothing, and selecting a blank would leave one. */
function empty(): boolean {
  const write = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', '');
    event.preventDefault();
  };
  document.addEventListener('copy', write, { once: true });
  return document.execCommand('copy');
}

function read(): string | undefined {
  const field = document.querySelector('textarea');
  field?.focus();
  return document.execCommand('paste') ? field?.value : undefined;
}

async function clear(digest: string | null): Promise<Clearing> {
  const text = digest === null ? undefined : read();
  if (text !== undefined && (await digestOf(text)) !== digest) return 'kept';
  return empty() ? 'cleared' : 'failed';
}

function isAsk(message: unknown): message is ClearAsk {
  return typeof message === 'object' && message !== null && 'clearClipboard' in message;
}

browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) =>
  sender.id === browser.runtime.id && isAsk(message) ? clear(message.clearClipboard.digest) : undefined,
);
