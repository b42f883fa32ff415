import { mayManage } from '../scopes/reach';
import { withPinned, withPurpose } from './changes';
import type { Entry } from './file';
import { isSameName } from './name';
import type { Purpose } from './purpose';
import { allPurposes, isOwn, type Purposes } from './purposes';

/** The user's own purposes in their order, as a file has them. */
export function entriesOf(purposes: Purposes): Entry[] {
  return allPurposes(purposes)
    .filter(isOwn)
    .map(({ id, ...entry }) => (purposes.pinned.includes(id) ? { ...entry, pinned: true } : entry));
}

/** What an import would make of the purposes, and the names of what it changes. */
export type Imported = {
  purposes: Purposes;
  added: string[];
  replaced: string[];
  /** Added or replaced ones with full access, or that may manage: the user did not choose that here. */
  full: string[];
  /** Those that were pinned where the file is from, and are not here. */
  unpinned: string[];
  /** Added and replaced ones, for a look before they are kept. */
  changes: Entry[];
};

const ownOf = (purposes: Purposes, name: string) => purposes.own.find((each) => isSameName(each.name, name));
const isPinned = (purposes: Purposes, name: string) => purposes.pinned.includes(ownOf(purposes, name)?.id ?? '');
const contentOf = ({ name, scopes, days, note }: Omit<Purpose, 'id'>) => JSON.stringify([name, scopes, days, note]);

const isOther = (before: Purposes, entry: Entry) =>
  contentOf(ownOf(before, entry.name) ?? { ...entry, name: '' }) !== contentOf(entry);

/** A press of a digit mints at once: so what a file has brought or changed is not pinned before the user does that. */
function withEntry(before: Purposes, { pinned: _, ...entry }: Entry, newId: () => string): Purposes {
  if (!isOther(before, entry)) return before;
  const id = ownOf(before, entry.name)?.id ?? newId();
  const purposes = withPurpose(before, { id, ...entry });
  return before.pinned.includes(id) ? withPinned(purposes, id, false) : purposes;
}

/** With the entries of a file: one of a known name takes that one's place. `newId` makes an id for another. */
export function withEntries(before: Purposes, entries: readonly Entry[], newId: () => string): Imported {
  const purposes = entries.reduce((each, entry) => withEntry(each, entry, newId), before);
  const isNew = ({ name }: Entry) => ownOf(before, name) === undefined;
  const changes = entries.filter((entry) => isOther(before, entry));
  const namesOf = (all: Entry[]) => all.map(({ name }) => name);
  return {
    purposes,
    added: namesOf(changes.filter(isNew)),
    replaced: namesOf(changes.filter((entry) => !isNew(entry))),
    full: namesOf(changes.filter(({ scopes }) => mayManage(scopes))),
    unpinned: namesOf(changes.filter(({ name, pinned }) => pinned === true || isPinned(before, name))),
    changes,
  };
}
