import type { Place } from './place';

/** What a recipe has to be told; messages say what the fields are called. */
export const FIELDS = [
  'agent',
  'api',
  'deploymentGroup',
  'environment',
  'feed',
  /** Feeds of an organization or a collection have no project. */
  'feedProject',
  'image',
  'npmScope',
  'package',
  'pool',
  'project',
  'repository',
] as const;

export type FieldId = (typeof FIELDS)[number];

/** A line break in a name could add a line of its own to a file, or to what git's credential protocol reads. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const CONTROLS = new RegExp(CONTROL, 'gu');

/** The names that a server gave, in one line each: one that had a line end is no name of anything. */
export function usablePlace(place: Place): Place {
  const inLine = (name: string) => name.replace(CONTROLS, '');
  return place.kind === 'services'
    ? { ...place, organization: inLine(place.organization) }
    : { ...place, base: inLine(place.base), collection: inLine(place.collection) };
}

/** The fields as a recipe wants them: all there, trimmed, and empty where nothing usable was filled in. */
export function usableFields(fields: Partial<Record<FieldId, string>>): Record<FieldId, string> {
  const value = (id: FieldId) => {
    const text = fields[id]?.trim() ?? '';
    return CONTROL.test(text) ? '' : text;
  };
  // fromEntries forgets which keys there are: exactly those of FIELDS.
  return Object.fromEntries(FIELDS.map((id) => [id, value(id)])) as Record<FieldId, string>;
}
