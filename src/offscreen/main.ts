import { browser, type MessageSender } from '../platform/browser';
import { type ClearAsk, clearBy } from '../platform/clear-clipboard';

// The page is never in focus, so `navigator.clipboard` refuses it; the old commands work.

/** Leaves the clipboard empty: selecting nothing would copy nothing, and selecting a blank would leave one. */
async function empty(): Promise<boolean> {
  const write = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', '');
    event.preventDefault();
  };
  document.addEventListener('copy', write, { once: true });
  return document.execCommand('copy');
}

async function read(): Promise<string | undefined> {
  const field = document.querySelector('textarea');
  if (!field) return undefined;
  field.value = ''; // of an empty clipboard nothing is pasted, and what was read before would stay
  field.focus();
  const text = document.execCommand('paste') ? field.value : undefined;
  field.value = '';
  return text;
}

function isAsk(message: unknown): message is ClearAsk {
  return typeof message === 'object' && message !== null && 'clearClipboard' in message;
}

browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) =>
  sender.id === browser.runtime.id && isAsk(message)
    ? clearBy({ read, empty }, message.clearClipboard.digest)
    : undefined,
);
