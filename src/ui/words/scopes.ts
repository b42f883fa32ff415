import { visible } from '../../core/names/visible';
import { type AreaWords, knownScope } from '../../core/scopes/areas';
import { AREAS, type Area } from '../../core/scopes/catalogue';
import { FULL_ACCESS } from '../../core/scopes/full-access';
import { message as m, wordsFor } from '../../platform/message';
import { perLanguage } from '../../platform/words';

/** What a token with this scope will be able to do, as a short part of a sentence ("Read code"). */
export function deedInWords(scope: string): string {
  if (scope === FULL_ACCESS) return m('full_access_does');
  return knownScope(scope) ? wordsFor('scope', scope) : visible(scope);
}

/** The same as a sentence of its own. */
export const letsInWords = (scope: string): string =>
  scope === FULL_ACCESS || knownScope(scope) ? m('explain_lets', deedInWords(scope)) : m('explain_unknown');

/** What an area is found by: its name, what people call it, and its levels. */
export const areaWords: AreaWords = ({ id, levels }) => [
  wordsFor('area', id),
  wordsFor('synonyms', id),
  ...levels.map(({ level }) => wordsFor('level', level)),
];

/** What most tokens are for stands first. */
const OFTEN = new Set(AREAS.slice(0, 6).map(({ id }) => id));

const collator = perLanguage((of) => new Intl.Collator(of));

/** The others by their names, in the order of the language. */
export function inOrderOfNames(areas: readonly Area[]): Area[] {
  const { compare } = collator();
  const others = areas.filter(({ id }) => !OFTEN.has(id)).map((area) => ({ area, name: wordsFor('area', area.id) }));
  const sorted = others.toSorted((one, other) => compare(one.name, other.name));
  return [...areas.filter(({ id }) => OFTEN.has(id)), ...sorted.map(({ area }) => area)];
}
