import { browser, type MessageSender } from '../platform/browser';
import { ClearAsk, clearBy } from '../platform/clear-clipboard';

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

/** Whether a message is of the worker, or of a page of ours in no tab: of a script in a page its tab and its origin are told. */
const isOfWorker = ({ id, origin = location.origin, tab }: MessageSender) =>
  id === browser.runtime.id && origin === location.origin && tab === undefined;

browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) => {
  const ask = ClearAsk.safeParse(message);
  return ask.success && isOfWorker(sender) ? clearBy({ read, empty }, ask.data.clearClipboard.digest) : undefined;
});
