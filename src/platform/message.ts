import type messages from '../../public/_locales/en/messages.json';
import { contained } from '../core/names/visible';
import { browser } from './browser';

export type MessageKey = keyof typeof messages;

/**
 * A sentence for the screen, in the user's language; `$1`, `$2` … stand for `values` in their order. Nothing in a value
 * can turn the words around it.
 */
export function message(key: MessageKey, ...values: string[]): string {
  return browser.i18n.getMessage(key, values.map(contained));
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
  | 'other_way'
  | 'way_source'
  | `built_in_${'name' | 'gap' | 'source'}`
  | `recipe_${'name' | 'field' | 'where' | 'warning' | 'path'}`;

/** The words for an id of one of core's tables. test/messages.test.ts holds each table and its family to each other. */
export function wordsFor(family: Family, id: string): string {
  return browser.i18n.getMessage(`${family}_${id.replace(/[.-]/g, '_')}`);
}
