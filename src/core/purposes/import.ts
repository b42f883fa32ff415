import { FULL_ACCESS } from '../scopes/catalogue';
import { withPinned, withPurpose } from './changes';
import type { Entry } from './file';
import { isSameName, type Purpose } from './purpose';
import { allPurposes, isOwn, type Purposes } from './purposes';

/** The user's own purposes in their order, as a file has them. */
export function entriesOf(purposes: Purposes): Entry[] {
  return allPurposes(purposes)
    .filter(isOwn)
    .map(({ id, ...entry }) => (purposes.pinned.includes(id) ? { ...entry, pinned: true } : entry));
}

/** What an import makes of the purposes, and the names of what it changes. */
export type Imported = {
  purposes: Purposes;
  added: string[];
  replaced: string[];
  /** Added or replaced ones with full access: the user did not choose that here. */
  full: string[];
  /** Those for whose pin there was no room. */
  unpinned: string[];
};

const ownOf = (purposes: Purposes, name: string) => purposes.own.find((each) => isSameName(each.name, name));
const isPinned = (purposes: Purposes, name: string) => purposes.pinned.includes(ownOf(purposes, name)?.id ?? '');
const contentOf = ({ name, scopes, days, note }: Omit<Purpose, 'id'>) => JSON.stringify([name, scopes, days, note]);

function withEntry(before: Purposes, { pinned = false, ...entry }: Entry, newId: () => string): Purposes {
  const id = ownOf(before, entry.name)?.id ?? newId();
  const purposes = withPurpose(before, { id, ...entry });
  return pinned && !isPinned(purposes, entry.name) ? withPinned(purposes, id, true) : purposes;
}

/** With the entries of a file: one of a known name takes that one's place, with its pin. `newId` makes an id for another. */
export function withEntries(before: Purposes, entries: readonly Entry[], newId: () => string): Imported {
  const purposes = entries.reduce((each, entry) => withEntry(each, entry, newId), before);
  const isNew = ({ name }: Entry) => ownOf(before, name) === undefined;
  const isOther = (entry: Entry) => contentOf(ownOf(before, entry.name) ?? { ...entry, name: '' }) !== contentOf(entry);
  const namesOf = (isMeant: (entry: Entry) => boolean) => entries.filter(isMeant).map(({ name }) => name);
  return {
    purposes,
    added: namesOf(isNew),
    replaced: namesOf((entry) => !isNew(entry) && isOther(entry)),
    full: namesOf((entry) => isOther(entry) && entry.scopes.includes(FULL_ACCESS)),
    unpinned: namesOf((entry) => entry.pinned === true && !isPinned(purposes, entry.name)),
  };
}
