import { visible } from '../../core/names/visible';
import { knownScope } from '../../core/scopes/areas';
import { FULL_ACCESS } from '../../core/scopes/full-access';
import { message as m, wordsFor } from '../message';
import { listInWords } from './sequence';

// The worker needs them too: it writes what the first screen shows.

/** A scope in words ("Code: Read"); an id that the catalogue does not know stands for itself. */
export function scopeInWords(scope: string): string {
  const known = knownScope(scope);
  if (known) return m('scopes_in_area', wordsFor('area', known.area), wordsFor('level', known.level));
  return scope === FULL_ACCESS ? m('full_access') : visible(scope);
}

export function scopesInWords(scopes: readonly string[]): string {
  return listInWords(scopes.map(scopeInWords)) || m('no_scopes');
}
