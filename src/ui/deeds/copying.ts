import { call } from '../../contract/call';
import { hasSecret, type SnippetPart, withSecret } from '../../core/recipes/snippet';
import type { Secret } from '../../core/secret';
import { digestOf } from '../../platform/digest';
import { message as m } from '../../platform/message';
import { say, warn } from '../stores/notice';

/** Copies a text as the answer to a click; answers whether the browser let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    say(m('copied'));
    return true;
  } catch {
    warn(m('copy_failed'));
    return false;
  }
}

/** Copies a text that has a secret in it, and lets its time on the clipboard be counted; answers whether it is there. */
async function copyForAWhile(text: string): Promise<boolean> {
  if (!(await copyText(text))) return false;
  const noted = await call('clipboard.note', { digest: await digestOf(text) });
  if (!noted.ok) warn(m('clipboard_not_counted'));
  // What was there before was cleared at the same moment: perhaps after this came.
  return noted.ok && noted.value ? await copyText(text) : true;
}

/** Copies a snippet with the secret in its place, where it has one; answers whether the secret is on the clipboard. */
export async function copySnippet(parts: SnippetPart[], secret: Secret): Promise<boolean> {
  const text = withSecret(parts, secret.reveal());
  if (text === null) warn(m('copy_failed'));
  else if (hasSecret(parts)) return await copyForAWhile(text);
  else await copyText(text);
  return false;
}

export const copySecret = (secret: Secret) => copySnippet([{ secret: 'plain' }], secret);
