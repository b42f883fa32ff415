import { plain } from '../minting/duplicate';
import { defaultName } from '../minting/token-name';
import type { Token } from '../token';

/** The names that tools make are shorter (services.md, Readings 16); how long one may be is not known. */
const SURE_LENGTH = 64;
/** A day and the part that nobody can guess, with the blanks before them. */
const ENDING_LENGTH = ' 2026-11-25 abcde'.length;

/**
 * A name for the token that takes this one's place: its own with the day and a part that nobody can guess, and no longer
 * than a server is known to take. `random`: a byte for each letter.
 */
export function successorName(token: Pick<Token, 'name'>, now: number, random: Uint8Array): string {
  const longest = Math.max(token.name.length, SURE_LENGTH) - ENDING_LENGTH;
  const name = plain(token)
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, ''); // half a letter
  return defaultName({ name }, { note: '', now, random });
}
