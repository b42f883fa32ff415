import type messages from '../../public/_locales/en/messages.json';
import { contained } from '../core/names/visible';
import { browser } from './browser';

export type MessageKey = keyof typeof messages;

/** The texts of a language, by the keys of its messages. */
export type Texts = Readonly<Record<string, string>>;

let chosen: Texts | null = null;

/** From now on messages are these; `null`: the browser's, which are in its own language and cannot be switched. */
export function speak(texts: Texts | null): void {
  chosen = texts;
}

/** The message of a key, as the browser would give it; nothing for a key that is not there. */
export function textOf(key: string, values: string[] = []): string {
  if (!chosen) return browser.i18n.getMessage(key, values);
  return (chosen[key] ?? '').replace(/\$(\d)/g, (_, place) => values[place - 1] ?? '');
}

/**
 * A sentence for the screen, in the user's language; `$1`, `$2` … stand for `values` in their order. Nothing in a value
 * can turn the words around it.
 */
export function message(key: MessageKey, ...values: string[]): string {
  return textOf(key, values.map(contained));
}

/** What core knows by ids only, and the messages say in words: the key is the family and the id. */
export type Family =
  | 'area'
  | 'synonyms'
  | 'level'
  | 'scope'
  | 'column'
  | 'reason'
  | 'detail'
  | 'system'
  | 'fault'
  | 'site_fault'
  | 'other_way'
  | 'way_source'
  | `built_in_${'name' | 'gap' | 'source'}`
  | `recipe_${'name' | 'field' | 'where' | 'warning' | 'path'}`;

/** The words for an id of one of core's tables. test/messages.test.ts holds each table and its family to each other. */
export function wordsFor(family: Family, id: string): string {
  return textOf(`${family}_${id.replace(/[.-]/g, '_')}`);
}
