import { call } from '../../contract/call';
import { hasSecret, type SnippetPart, withSecret } from '../../core/recipes/snippet';
import type { Secret } from '../../core/secret';
import { digestOf } from '../../platform/digest';
import { message as m } from '../../platform/message';
import type { OnClipboard } from '../stores/clipboard';
import { say, warn } from '../stores/notice';

/**
 * By the old command, which is done when it returns: what the new one writes is lost where the page closes over the
 * press. Answers whether it was; an engine that knows it no more throws.
 */
function copyAtOnce(text: string): boolean {
  let isTaken = false;
  const write = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isTaken = true;
  };
  try {
    document.addEventListener('copy', write, { once: true, capture: true });
    return document.execCommand('copy') && isTaken;
  } catch {
    return false;
  } finally {
    globalThis.document?.removeEventListener('copy', write, { capture: true });
  }
}

/** By the new one, where the old one is no more; answers whether the browser let us, and says it if not. */
async function copyInItsTime(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    warn(m('copy_failed'));
    return false;
  }
}

/** Copies a text as the answer to a click: what is done at once is answered in the same task. */
const copy = async (text: string): Promise<boolean> => copyAtOnce(text) || (await copyInItsTime(text));

/** The same, and says so. */
export async function copyText(text: string): Promise<boolean> {
  const copied = await copy(text);
  if (copied) say(m('copied'));
  return copied;
}

/** Whether it is that secret that is on the clipboard, in whatever text. */
export const isOf = ({ of }: OnClipboard, secret: Secret): boolean => of === digestOf(secret.reveal());

/** Copies a text that has a secret in it, and lets its time on the clipboard be counted; answers whether it is there. */
async function copyForAWhile(text: string, secret: Secret): Promise<boolean> {
  // The note goes out in the press itself: a secret whose time nobody counts would stay there.
  if (!copyAtOnce(text) && !(await copyInItsTime(text))) return false;
  const noted = await call('clipboard.note', { digest: digestOf(text), of: digestOf(secret.reveal()) });
  if (!noted.ok) warn(m('clipboard_not_counted'));
  // What was there before was cleared at the same moment: perhaps after this came.
  return noted.ok && noted.value ? await copy(text) : true;
}

/** Copies a snippet with the secret in its place, where it has one; answers whether it is on the clipboard. */
export async function copySnippet(parts: SnippetPart[], secret: Secret): Promise<boolean> {
  const text = withSecret(parts, secret.reveal());
  if (text === null) warn(m('copy_failed'));
  else return hasSecret(parts) ? await copyForAWhile(text, secret) : await copy(text);
  return false;
}

export const copySecret = (secret: Secret) => copySnippet([{ secret: 'plain' }], secret);
