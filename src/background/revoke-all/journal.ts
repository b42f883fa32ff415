import type { Kept } from '../../core/kept';
import { interrupted } from '../../core/revoke-all/hosts';
import { type Journal, partsOf, type RevokeAll, type RevokeAllEntry } from '../../core/revoke-all/journal';
import { queue } from '../../platform/queue';
import { type Write, writeTogether } from '../../platform/storage-item';
import { storedRevokeAll } from '../../platform/stored-revoke-all';

/** The journal in the hands of this worker, which alone writes it. */
export type OpenJournal = {
  state(): RevokeAll;
  change(change: (revokeAll: RevokeAll) => RevokeAll): void;
  /** Writes what has changed, in one go; changes made while a write is under way are in the next one. */
  flush(): Promise<void>;
};

/** The parts that differ from what is written. The surplus of a journal that was damaged is emptied. */
function changedParts(entries: RevokeAllEntry[], written: RevokeAllEntry[][]): [number, RevokeAllEntry[]][] {
  const parts = partsOf(entries);
  const isSame = (part: RevokeAllEntry[], old: RevokeAllEntry[]) =>
    part.length === old.length && part.every((entry, index) => entry === old[index]);
  const all = Array.from({ length: Math.max(parts.length, written.length) }, (_, index) => parts[index] ?? []);
  return [...all.entries()].filter(([index, part]) => !isSame(part, written[index] ?? []));
}

function writesFor({ journal, entries }: RevokeAll, written: RevokeAllEntry[][], head?: Journal): Write[] {
  const parts = changedParts(entries, written).map(([index, part]) => storedRevokeAll.part(index).write(part));
  return journal === head ? parts : [...parts, storedRevokeAll.journal.write(journal)];
}

function open(revokeAll: RevokeAll, parts: RevokeAllEntry[][]): OpenJournal {
  let state = revokeAll;
  let [written, head] = [parts, revokeAll.journal];
  const inOrder = queue();
  let queued: Promise<void> | undefined;

  async function write(): Promise<void> {
    queued = undefined;
    const { entries, journal } = state;
    const writes = writesFor(state, written, head);
    if (writes.length > 0) await writeTogether('local', writes);
    [written, head] = [partsOf(entries), journal]; // what no disk has taken is in the next write
  }

  function flush(): Promise<void> {
    queued ??= inOrder(write);
    return queued;
  }

  return {
    state: () => state,
    change: (change) => {
      state = change(state);
    },
    flush,
  };
}

/** The journal as storage has it; what a worker that was ended had under way is unknown. */
export async function openJournal(): Promise<OpenJournal | undefined> {
  const journal = await storedRevokeAll.journal.get();
  if (!journal) return undefined;
  const parts = await Promise.all(
    Array.from({ length: journal.parts }, (_, index) => storedRevokeAll.part(index).get()),
  );
  const entries = parts.flat().filter(({ host }) => journal.hosts[host] !== undefined);
  return open(interrupted({ journal, entries }), parts);
}

async function removeParts(from: number, to: number): Promise<void> {
  for (let part = from; part < to; part++) await storedRevokeAll.part(part).remove();
}

/** Writes a new journal in the place of an old one, of which nothing is left. */
export async function writeJournal(revokeAll: RevokeAll, kept: Kept[]): Promise<void> {
  const { parts = 0 } = (await storedRevokeAll.journal.get()) ?? {};
  await removeParts(revokeAll.journal.parts, parts);
  await writeTogether('local', [...writesFor(revokeAll, []), storedRevokeAll.kept.write(kept)]);
}

/** The head goes last: a worker that is ended in between leaves nothing that no head tells of. */
export async function removeJournal({ journal }: RevokeAll): Promise<void> {
  await removeParts(0, journal.parts);
  await storedRevokeAll.kept.remove();
  await storedRevokeAll.journal.remove();
}
