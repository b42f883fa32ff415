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

/** After such a letter, as the last one, digits are numbers of its script, which a hyphen does not join. https://www.unicode.org/reports/tr9/#W2 */
const ENDS_IN_ARABIC = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]\P{L}*$/u;

/** Words with the day of an instant behind them. Behind Arabic it has dots, so that no screen turns it to 25-11-2026. */
export function withDay(words: string, now: number): string {
  const day = isoDay(now);
  return `${words} ${ENDS_IN_ARABIC.test(words) ? day.replaceAll('-', '.') : day}`.trim();
}

/**
 * A default name for a token of this purpose: what for, where, since when, and a part nobody can guess, so that a token
 * whose creation was lost on the way can be told from every other.
 */
export function defaultName({ name }: Pick<Purpose, 'name'>, { note, now, random }: NameParts): string {
  const suffix = Array.from(random, (byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${withDay(`${name} ${note.trim()}`.trim(), now)} ${suffix}`;
}

/** Whether an active token has this name already, in upper or lower case; no name is nobody's. `now`: milliseconds since 1970. */
export function isNameTaken(name: string, tokens: readonly Token[], now: number): boolean {
  return name.trim() !== '' && tokens.some((token) => isSameName(token.name, name) && isActive(token, now));
}
