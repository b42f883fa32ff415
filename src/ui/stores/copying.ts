import { call } from '../../contract/call';
import type { Secret } from '../../core/secret';
import { type SnippetPart, withSecret } from '../../core/snippet';
import { digestOf } from '../../platform/digest';
import { message as m } from '../../platform/message';
import { copyText } from '../clipboard';
import { warn } from '../state';

/** Copies a text that has a secret in it, and lets its time on the clipboard be counted. */
async function copyForAWhile(text: string): Promise<void> {
  if (!(await copyText(text))) return;
  const noted = await call('clipboard.note', { digest: await digestOf(text) });
  if (!noted.ok) warn(m('clipboard_not_counted'));
}

export const copySecret = (secret: Secret) => copyForAWhile(secret.reveal());

/** Copies a snippet with the secret in its place, where it has one. */
export async function copySnippet(parts: SnippetPart[], secret: Secret): Promise<void> {
  const text = withSecret(parts, secret.reveal());
  if (parts.some((part) => 'secret' in part)) await copyForAWhile(text);
  else await copyText(text);
}
