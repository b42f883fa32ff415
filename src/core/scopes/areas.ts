import { AREAS, type Area, type Level, UNLISTED_AREAS } from './catalogue';
import { FULL_ACCESS } from './full-access';
import { isAsNewAs, type Product } from './product';
import { foldScopes } from './reach';

type Known = { area: string; level: string };

const known: ReadonlyMap<string, Known> = new Map(
  [...AREAS, ...UNLISTED_AREAS].flatMap(({ id, levels }) =>
    levels.map(({ scope, level }): [string, Known] => [scope, { area: id, level }]),
  ),
);
const order = [FULL_ACCESS, ...known.keys()];

/** The ids of a scope's area and level; nothing of full access, nor of an id that the catalogue does not know. */
export function knownScope(scope: string): Known | undefined {
  return known.get(scope);
}

/** The same access in the fewest ids, in the catalogue's order; unknown ids come last. */
export function inCatalogueOrder(scopes: readonly string[]): string[] {
  const folded = foldScopes(scopes);
  return [...order.filter((scope) => folded.includes(scope)), ...folded.filter((scope) => !order.includes(scope))];
}

/** What an area and its levels are called, beside the scope ids: what the user may search by. */
export type AreaWords = (area: Area) => readonly string[];

/** The areas in which every word of `text` is found: in their words, or in a scope id. */
export function searchAreas(text: string, areas: readonly Area[], wordsOf: AreaWords): Area[] {
  const wanted = text.trim().toLowerCase().split(/\s+/);
  return areas.filter((area) => {
    const scopes = area.levels.map(({ scope }) => scope);
    const texts = [...wordsOf(area), ...scopes].map((each) => each.toLowerCase());
    return wanted.every((word) => texts.some((each) => each.includes(word)));
  });
}

/** The areas of which this product knows something, with the levels that it knows. Inferred: see the catalogue. */
export function areasFor(product: Product): Area[] {
  const knows = ({ since }: Level) => isAsNewAs(product, since);
  return AREAS.map(({ id, levels }) => ({ id, levels: levels.filter(knows) })).filter(
    ({ levels }) => levels.length > 0,
  );
}
