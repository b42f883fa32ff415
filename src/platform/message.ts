import type messages from '../../public/_locales/en/messages.json';
import { browser } from './browser';

export type MessageKey = keyof typeof messages;

/** A sentence for the screen, in the user's language; `$1`, `$2` … stand for `values` in their order. */
export function message(key: MessageKey, ...values: string[]): string {
  return browser.i18n.getMessage(key, values);
}
