import { AREAS, type Area, FULL_ACCESS, UNLISTED_AREAS } from './catalogue';
import { isAsNewAs, type Product } from './product';
import { foldScopes } from './reach';

const everyArea = [...AREAS, ...UNLISTED_AREAS];

const words: ReadonlyMap<string, string> = new Map([
  ...everyArea.flatMap(({ name, levels }) =>
    levels.map(({ scope, label }): [string, string] => [scope, `${name}: ${label}`]),
  ),
  [FULL_ACCESS, 'Full access'],
]);

const does: ReadonlyMap<string, string> = new Map([
  [FULL_ACCESS, 'Do everything that you can do'],
  ...everyArea.flatMap(({ levels }) => levels.map((level): [string, string] => [level.scope, level.does])),
]);
const order = [...does.keys()];

/** A scope in words ("Code: Read"); an id that the catalogue does not know stands for itself. */
export function describeScope(scope: string): string {
  return words.get(scope) ?? scope;
}

/**
 * What a token with these scopes will be able to do, as short parts of a sentence ("Read code"), in the catalogue's
 * order and without what another part includes; unknown ids come last, as they are.
 */
export function canDo(scopes: readonly string[]): string[] {
  const folded = foldScopes(scopes);
  const known = order.filter((scope) => folded.includes(scope));
  const unknown = folded.filter((scope) => !does.has(scope));
  return [...known, ...unknown].map((scope) => does.get(scope) ?? scope);
}

function textsOf(area: Area): string[] {
  const levels = area.levels.flatMap(({ scope, label }) => [scope, label]);
  return [area.name, ...area.words, ...levels].map((text) => text.toLowerCase());
}

/** The areas in which every word of `text` is found: in the name, a level's label, a scope id or an everyday word. */
export function searchAreas(text: string, areas: readonly Area[] = AREAS): Area[] {
  const wanted = text.trim().toLowerCase().split(/\s+/);
  return areas.filter((area) => {
    const texts = textsOf(area);
    return wanted.every((word) => texts.some((each) => each.includes(word)));
  });
}

/** The areas of which this product knows something, with the levels that it knows. Inferred: see the catalogue. */
export function areasFor(product: Product): Area[] {
  return AREAS.map((area) => ({
    ...area,
    levels: area.levels.filter(({ since }) => isAsNewAs(product, since)),
  })).filter(({ levels }) => levels.length > 0);
}
