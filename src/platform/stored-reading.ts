import * as z from 'zod/mini';
import type { HostId } from '../core/host';
import { Failure } from '../core/result';
import { Reading, Snapshot } from '../core/snapshot';
import { Guid, Token } from '../core/token';
import { browser } from './browser';
import { queue } from './queue';
import { getTogether, readAt, type StorageItem, writeTogether } from './storage-item';
import { type Kind, step } from './versions';

// A list of a thousand tokens is the same at most readings, but when it was read is not. Apart from each other, the
// tokens are written, and told to every page, only where they have changed.

/** The tokens of a host, and whose they are: a head that is somebody else's does not go with them. */
const OwnTokens = z.object({ identityId: Guid, tokens: z.array(Token) });
type OwnTokens = z.output<typeof OwnTokens>;

/** `tokens`: of a value from before they had a key of their own, until the next reading. */
const { tokens: _, ...headOfSnapshot } = Snapshot.shape;
const SnapshotHead = z.object({ ...headOfSnapshot, tokens: z.optional(z.array(Token)) });
const Head = z.object({ snapshot: z.nullable(SnapshotHead), failure: z.nullable(Failure) });
type Head = z.output<typeof Head>;

export const headKind: Kind<Head> = {
  schema: Head,
  fallback: { snapshot: null, failure: null },
  steps: [step(Reading, (reading) => z.encode(Reading, reading))],
};
export const tokensKind: Kind<OwnTokens | null> = { schema: z.nullable(OwnTokens), fallback: null };

type OfHost<T> = (hostId: HostId) => StorageItem<T>;
type Parts = { head: StorageItem<Head>; tokens: StorageItem<OwnTokens | null> };

/** How the last reading of a host ended, beside its last good list. */
export type StoredReading = Pick<StorageItem<Reading>, 'get' | 'set' | 'watch'> & { parts: Parts };

/** A head without tokens that are the same person's is no list: it is read again. */
function joined({ snapshot, failure }: Head, own: OwnTokens | null): Reading {
  if (snapshot === null) return { snapshot: null, failure };
  const { tokens: older, ...head } = snapshot;
  const tokens = own?.identityId === head.identity.id ? own.tokens : older;
  return { snapshot: tokens ? { ...head, tokens } : null, failure };
}

function parted({ snapshot, failure }: Reading): { head: Head; own: OwnTokens | null } {
  if (snapshot === null) return { head: { snapshot: null, failure }, own: null };
  const { tokens, ...head } = snapshot;
  return { head: { snapshot: head, failure }, own: { identityId: head.identity.id, tokens } };
}

/** Firefox writes and tells also what is the same, and Chromium has to be sent it to find that out. */
async function set({ head, tokens }: Parts, reading: Reading): Promise<void> {
  const after = parted(reading);
  const [list, before] = [tokens.write(after.own), tokens.write(await tokens.get())];
  const isSame = JSON.stringify(before.stored) === JSON.stringify(list.stored);
  await writeTogether('local', [head.write(after.head), ...(isSame ? [] : [list])]);
}

function watch({ head, tokens }: Parts, changed: (reading: Reading) => void): () => void {
  let [latest, events]: [OwnTokens | null | undefined, number] = [undefined, 0];
  const tell = async (event: number) => {
    const [ofNow, own] = await getTogether(head, tokens);
    if (event !== events) return; // a later one tells
    latest = own;
    changed(joined(ofNow, own));
  };
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const [ofHead, ofTokens] = [changes[head.key], changes[tokens.key]];
    if (!ofHead && !ofTokens) return;
    events += 1;
    if (ofTokens) latest = readAt(tokens, ofTokens.newValue).value;
    if (ofHead && latest !== undefined) changed(joined(readAt(head, ofHead.newValue).value, latest));
    else void tell(events);
  };
  const { onChanged } = browser.storage.local;
  onChanged.addListener(listener);
  return () => onChanged.removeListener(listener);
}

/** Reads and writes the two as one. */
export function readingOf(heads: OfHost<Head>, tokens: OfHost<OwnTokens | null>): (hostId: HostId) => StoredReading {
  const items = new Map<HostId, StoredReading>();
  const made = (hostId: HostId): StoredReading => {
    const parts = { head: heads(hostId), tokens: tokens(hostId) };
    const inOrder = queue(); // of two that are written at a time, the list of one must not stay with the head of the other
    return {
      parts,
      get: async () => joined(...(await getTogether(parts.head, parts.tokens))),
      set: (reading) => inOrder(() => set(parts, reading)),
      watch: (changed) => watch(parts, changed),
    };
  };
  return (hostId) => {
    const item = items.get(hostId) ?? made(hostId);
    items.set(hostId, item);
    return item;
  };
}
