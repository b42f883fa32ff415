import { computed, signal } from '@preact/signals';
import { entryKey } from '../../../core/revoke-all/entry';
import type { Journal, RevokeAllEntry } from '../../../core/revoke-all/journal';
import type { Token } from '../../../core/token';
import { inBackground } from '../../../platform/log';
import { storedRevokeAll } from '../../../platform/stored-revoke-all';
import { follow } from '../follow';
import { hosts as known } from '../hosts';
import { know, shownOf } from '../readings';

/** The journal of the revoke-all that is under way, or was the last. */
export const journal = signal<Journal | null>(null);

const knownParts = signal<ReadonlyMap<number, RevokeAllEntry[]>>(new Map());
/** Its entries, in the parts in which they are stored. */
export const parts = computed(() =>
  Array.from({ length: journal.value?.parts ?? 0 }, (_, part) => knownParts.value.get(part) ?? []),
);

/** Its hosts, as far as they are still known. */
export const hosts = computed(() =>
  known.value.filter(({ id }) => journal.value?.hosts.some(({ hostId }) => hostId === id)).map(shownOf),
);

/** Its tokens by the keys of their entries, as far as the lists of its accounts still know them. */
export const tokens = computed((): ReadonlyMap<string, Token> => {
  const places = new Map(journal.value?.hosts.map(({ hostId }, place) => [hostId, place]));
  return new Map(
    hosts.value.flatMap(({ host: { id }, snapshot }) =>
      (snapshot?.tokens ?? []).map((token) => [entryKey({ host: places.get(id) ?? -1, id: token.id }), token]),
    ),
  );
});

const watched = new Set<number>();

async function watchPart(part: number): Promise<void> {
  watched.add(part);
  await follow(storedRevokeAll.part(part), (entries) => {
    knownParts.value = new Map(knownParts.value).set(part, entries);
  });
}

async function keepJournal(value: Journal | null): Promise<void> {
  journal.value = value;
  const all = Array.from({ length: value?.parts ?? 0 }, (_, part) => part);
  await know(value?.hosts.map(({ hostId }) => hostId) ?? []);
  await Promise.all(all.filter((part) => !watched.has(part)).map(watchPart));
}

let isWatching = false;

/** Shows the journal as storage has it, now and later. */
export async function watchJournal(): Promise<void> {
  if (isWatching) return;
  isWatching = true;
  storedRevokeAll.journal.watch((value) => inBackground('journal', keepJournal(value)));
  await keepJournal(await storedRevokeAll.journal.get());
}
