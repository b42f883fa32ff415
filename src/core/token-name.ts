import { expiryOf } from './expiry';
import type { Token } from './token';

/** What for, since when, and a part nobody can guess. */
export const DEFAULT_TEMPLATE = '{purpose} {date} {suffix}';

/** What a name is made of. `now` is in milliseconds since 1970; `random`: some random bytes, a letter for each. */
export type NameParts = { purpose: string; note: string; now: number; random: Uint8Array };

/** No letters or digits that are taken for one another. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A token of a template, with what parts it from the text before it. */
const TOKEN = /([\s\-_.,:;|/·–—]*)\{(purpose|note|date|suffix)\}/g;
const LEADING_TOKEN = /^\s*\{(\w+)\}/;
const LEADING_PARTING = /^[\s\-_.,:;|/·–—]+/;
const EMPTY_BRACKETS = /\(\s*\)|\[\s*\]/g;

function valuesOf({ purpose, note, now, random }: NameParts): Record<string, string> {
  const suffix = Array.from(random, (byte) => LETTERS[byte % LETTERS.length]).join('');
  return { purpose: purpose.trim(), note: note.trim(), date: new Date(now).toISOString().slice(0, 10), suffix };
}

/**
 * A name by a template with {purpose}, {note}, {date} (of UTC) and {suffix}. An empty part goes with what parted it from
 * its neighbours; a template of which nothing is left gives way to the default one.
 */
export function nameFrom(template: string, parts: NameParts): string {
  const values = valuesOf(parts);
  const filled = template.replace(TOKEN, (_, parting: string, token: string) =>
    values[token] ? parting + values[token] : '',
  );
  const beginsEmpty = values[LEADING_TOKEN.exec(template)?.[1] ?? ''] === '';
  const begun = beginsEmpty ? filled.replace(LEADING_PARTING, '') : filled;
  const name = begun.replace(EMPTY_BRACKETS, '').replace(/\s+/g, ' ').trim();
  return name === '' ? nameFrom(DEFAULT_TEMPLATE, parts) : name;
}

/** Whether an active token has this name already, in upper or lower case. `now`: milliseconds since 1970. */
export function isNameTaken(name: string, tokens: readonly Token[], now: number): boolean {
  const same = (other: string) => other.trim().toLowerCase() === name.trim().toLowerCase();
  return tokens.some((token) => same(token.name) && !token.revoked && expiryOf(token, now, 0) !== 'expired');
}
