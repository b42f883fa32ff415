/** What a recipe has to be told, with the words on the screen. */
export const FIELDS = {
  agent: 'Agent name',
  api: 'API call (empty: who am I)',
  deploymentGroup: 'Deployment group',
  environment: 'Environment',
  feed: 'Feed',
  /** Feeds of an organization or a collection have no project. */
  feedProject: 'Project of the feed (empty: the whole organization)',
  image: 'Image of the agent',
  npmScope: 'npm scope (empty: every package)',
  package: 'Package',
  pool: 'Agent pool',
  project: 'Project',
  repository: 'Repository',
} as const;

export type FieldId = keyof typeof FIELDS;

/** A line break in a name could add a line of its own to a file, or to what git's credential protocol reads. */
const CONTROL = /\p{Cc}/u;

/** The fields as a recipe wants them: all there, trimmed, and empty where nothing usable was filled in. */
export function usableFields(fields: Partial<Record<FieldId, string>>): Record<FieldId, string> {
  const value = (id: FieldId) => {
    const text = fields[id]?.trim() ?? '';
    return CONTROL.test(text) ? '' : text;
  };
  // Object.keys and fromEntries forget which keys there are: exactly those of FIELDS.
  const ids = Object.keys(FIELDS) as FieldId[];
  return Object.fromEntries(ids.map((id) => [id, value(id)])) as Record<FieldId, string>;
}
