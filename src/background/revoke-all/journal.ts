import { interrupted } from '../../core/revoke-all/hosts';
import { type Journal, partsOf, type Revocation, type RevocationEntry } from '../../core/revoke-all/journal';
import { queue } from '../../platform/queue';
import { type Write, writeTogether } from '../../platform/storage-item';
import { storedRevocation } from '../../platform/stored-revocation';

/** The journal in the hands of this worker, which alone writes it. */
export type OpenJournal = {
  state(): Revocation;
  change(change: (revocation: Revocation) => Revocation): void;
  /** Writes what has changed, in one go; changes made while a write is under way are in the next one. */
  flush(): Promise<void>;
};

/** The parts that differ from what is written. The surplus of a journal that was damaged is emptied. */
function changedParts(entries: RevocationEntry[], written: RevocationEntry[][]): [number, RevocationEntry[]][] {
  const parts = partsOf(entries);
  const isSame = (part: RevocationEntry[], old: RevocationEntry[]) =>
    part.length === old.length && part.every((entry, index) => entry === old[index]);
  const all = Array.from({ length: Math.max(parts.length, written.length) }, (_, index) => parts[index] ?? []);
  return [...all.entries()].filter(([index, part]) => !isSame(part, written[index] ?? []));
}

function writesFor({ journal, entries }: Revocation, written: RevocationEntry[][], head?: Journal): Write[] {
  const parts = changedParts(entries, written).map(([index, part]) => storedRevocation.part(index).write(part));
  return journal === head ? parts : [...parts, storedRevocation.journal.write(journal)];
}

function open(revocation: Revocation, parts: RevocationEntry[][]): OpenJournal {
  let state = revocation;
  let [written, head] = [parts, revocation.journal];
  const inTurn = queue();
  let queued: Promise<void> | undefined;

  async function write(): Promise<void> {
    queued = undefined;
    const writes = writesFor(state, written, head);
    [written, head] = [partsOf(state.entries), state.journal];
    if (writes.length > 0) await writeTogether('local', writes);
  }

  function flush(): Promise<void> {
    queued ??= inTurn(write);
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
  const journal = await storedRevocation.journal.get();
  if (!journal) return undefined;
  const parts = await Promise.all(
    Array.from({ length: journal.parts }, (_, index) => storedRevocation.part(index).get()),
  );
  const entries = parts.flat().filter(({ host }) => journal.hosts[host] !== undefined);
  return open(interrupted({ journal, entries }), parts);
}

/** Writes a new journal in the place of an old one. */
export async function writeJournal(revocation: Revocation, keptIds: RevocationEntry['id'][]): Promise<void> {
  await writeTogether('local', [...writesFor(revocation, []), storedRevocation.kept.write(keptIds)]);
}

export async function removeJournal({ journal }: Revocation): Promise<void> {
  await storedRevocation.journal.remove();
  await storedRevocation.kept.remove();
  for (let part = 0; part < journal.parts; part++) await storedRevocation.part(part).remove();
}
