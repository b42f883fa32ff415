import { AREAS, FULL_ACCESS } from './scope-catalogue';

const words: ReadonlyMap<string, string> = new Map([
  ...AREAS.flatMap((area) =>
    area.levels.map(({ scope, label }): [string, string] => [scope, `${area.name}: ${label}`]),
  ),
  [FULL_ACCESS, 'Full access'],
]);

/** A scope in words ("Code: Read"); an id that the catalogue does not know stands for itself. */
export function describeScope(scope: string): string {
  return words.get(scope) ?? scope;
}

/** The areas that a search text finds, by the area's name, a level's label or a scope id. */
export function searchAreas(text: string) {
  const wanted = text.trim().toLowerCase();
  return AREAS.filter((area) =>
    [area.name, ...area.levels.flatMap(({ scope, label }) => [scope, label])].some((word) =>
      word.toLowerCase().includes(wanted),
    ),
  );
}
