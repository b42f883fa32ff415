import type { Secret } from '../core/secret';
import { type SnippetPart, withSecret } from '../core/snippet';
import { message as m } from '../platform/message';
import { say, warn } from './state';

/** Copies a text as the answer to a click. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(m('copied'));
  } catch {
    warn(m('copy_failed'));
  }
}

export const copySecret = (secret: Secret) => copyText(secret.reveal());

/** Copies a snippet with the secret in its place, where it has one. */
export const copySnippet = (parts: SnippetPart[], secret: Secret) => copyText(withSecret(parts, secret.reveal()));
