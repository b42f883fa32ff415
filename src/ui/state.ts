import { computed, signal } from '@preact/signals';
import { SECOND } from '../core/duration';
import type { HostId, KnownHost } from '../core/host';
import type { Intent } from '../core/intent';
import { KEEP_SECRET, type Minted } from '../core/minted';
import { NOTHING_READ, type Reading } from '../core/snapshot';
import { stored } from '../platform/stored';

/** What the page shows. */
export type View = { at: 'home' } | { at: 'create' } | { at: 'created'; minted: Minted } | { at: 'add-host' };

/** What was last said to the user: something that happened, or why something did not. */
export type Notice = { role: 'status' | 'alert'; text: string };

export const hosts = signal<KnownHost[]>([]);
export const chosenId = signal<HostId | null>(null);
export const reading = signal<Reading>(NOTHING_READ);
export const intents = signal<Intent[]>([]);
export const view = signal<View>({ at: 'home' });
export const notice = signal<Notice | null>(null);
/** The deed that is under way: while there is one, no other can be started. */
export const busy = signal(false);
/** The list is being read; at the start it is about to be. */
export const refreshing = signal(true);

/** Milliseconds since 1970 by this computer's clock, now and then. */
export const localNow = signal(Date.now());

export const host = computed(() => hosts.value.find(({ id }) => id === chosenId.value) ?? hosts.value[0] ?? null);
/** The last known tokens, but only those of the account that is signed in. */
export const snapshot = computed(() => {
  const known = reading.value.snapshot;
  return known && known.identity.id === host.value?.identity?.id ? known : null;
});
/** The server's time, by which tokens end: our own clock may be wrong. */
export const now = computed(() => localNow.value + (snapshot.value?.clockSkew ?? 0));
/** Tokens of the chosen host that lost creates have left behind. */
export const strays = computed(() => {
  const ids = new Set(intents.value.flatMap((intent) => (intent.hostId === host.value?.id ? intent.strayIds : [])));
  return snapshot.value?.tokens.filter(({ id, revoked }) => ids.has(id) && !revoked) ?? [];
});

export function say(text: string): void {
  notice.value = { role: 'status', text };
}

export function warn(text: string): void {
  notice.value = { role: 'alert', text };
}

let unwatchReading = () => {};

export async function show(hostId: HostId): Promise<void> {
  unwatchReading();
  const item = stored.reading(hostId);
  unwatchReading = item.watch((value) => {
    reading.value = value;
  });
  const value = await item.get();
  chosenId.value = hostId;
  reading.value = value;
}

/** Shows what storage holds, at once; nothing here asks the network. */
export async function load(): Promise<void> {
  setInterval(() => {
    localNow.value = Date.now();
  }, 20 * SECOND);
  stored.hosts.watch((value) => {
    hosts.value = value;
  });
  stored.intents.watch((value) => {
    intents.value = value;
  });
  // A token whose popup was closed before it came shows itself in the one that is open by then.
  stored.minted.watch((minted) => {
    if (minted && view.value.at !== 'created') go({ at: 'created', minted });
  });
  const [known, chosen, open, minted] = await Promise.all([
    stored.hosts.get(),
    stored.chosenHost.get(),
    stored.intents.get(),
    stored.minted.get(),
  ]);
  hosts.value = known;
  intents.value = open;
  const first = known.find(({ id }) => id === chosen) ?? known[0];
  if (first) await show(first.id);
  if (minted && Date.now() - minted.mintedAt < KEEP_SECRET) view.value = { at: 'created', minted };
}

export function go(to: View): void {
  notice.value = null;
  view.value = to;
}

export const goHome = () => go({ at: 'home' });

/**
 * Escape goes back instead of closing the popup; not from a new token, which would be lost to sight before it was
 * copied. Dialogs and menus take their own Escape.
 */
export function goBackOnEscape(event: KeyboardEvent): void {
  const { at } = view.value;
  if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
  if (at === 'home' || at === 'created') return;
  event.preventDefault();
  goHome();
}
