import { visible } from '../../core/names/visible';
import { type AreaWords, knownScope } from '../../core/scopes/areas';
import { FULL_ACCESS } from '../../core/scopes/catalogue';
import type { Token } from '../../core/token';
import { message as m, wordsFor } from '../../platform/message';
import { listInWords } from '../../platform/words';
import { type State, wideStates } from './text';

/** A scope in words ("Code: Read"); an id that the catalogue does not know stands for itself. */
export function scopeInWords(scope: string): string {
  const known = knownScope(scope);
  if (known) return m('scopes_in_area', wordsFor('area', known.area), wordsFor('level', known.level));
  return scope === FULL_ACCESS ? m('full_access') : visible(scope);
}

export function scopesInWords(scopes: readonly string[]): string {
  return listInWords(scopes.map(scopeInWords)) || m('no_scopes');
}

/** What a token with this scope will be able to do, as a short part of a sentence ("Read code"). */
export function deedInWords(scope: string): string {
  if (scope === FULL_ACCESS) return m('full_access_does');
  return knownScope(scope) ? wordsFor('scope', scope) : visible(scope);
}

/** What an area is found by: its name, what people call it, and its levels. */
export const areaWords: AreaWords = ({ id, levels }) => [
  wordsFor('area', id),
  wordsFor('synonyms', id),
  ...levels.map(({ level }) => wordsFor('level', level)),
];

/** That a token can do more, or in more places, than one mostly should. */
export function reachStates(token: Token): State[] {
  const full: State[] = token.scopes.includes(FULL_ACCESS) ? [{ kind: 'full', word: m('full_access') }] : [];
  return [...full, ...wideStates(token)];
}
