import { message as m } from '../platform/message';
import { say, warn } from './state';

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
