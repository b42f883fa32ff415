import { isActive } from '../expiry';
import { isoDay } from '../iso';
import { isSameName } from '../purposes/name';
import type { Purpose } from '../purposes/purpose';
import type { Token } from '../token';

/** No letters or digits that are taken for one another. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** How many random bytes a default name takes: 25 bits, with the purpose and the day beside them. */
export const NAME_BYTES = 5;

/** The user's machine or note, the time in milliseconds since 1970, and some random bytes, a letter for each. */
type NameParts = { note: string; now: number; random: Uint8Array };

/**
 * A default name for a token of this purpose: what for, where, since when, and a part nobody can guess, so that a token
 * whose creation was lost on the way can be told from every other.
 */
export function defaultName({ name }: Pick<Purpose, 'name'>, { note, now, random }: NameParts): string {
  const suffix = Array.from(random, (byte) => LETTERS[byte % LETTERS.length]).join('');
  return [name, note.trim(), isoDay(now), suffix].filter((part) => part !== '').join(' ');
}

/** Whether an active token has this name already, in upper or lower case; no name is nobody's. `now`: milliseconds since 1970. */
export function isNameTaken(name: string, tokens: readonly Token[], now: number): boolean {
  return name.trim() !== '' && tokens.some((token) => isSameName(token.name, name) && isActive(token, now));
}
