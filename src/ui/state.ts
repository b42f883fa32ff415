import { computed, signal } from '@preact/signals';
import { type Update, updateOn } from '../core/abilities';
import { type Doors, doorsAt } from '../core/doors';
import type { Draft } from '../core/draft';
import { SECOND } from '../core/duration';
import { ALL_HOSTS, type HostId, type KnownHost } from '../core/host';
import type { Intent } from '../core/minting/intent';
import { KEEP_SECRET, type Minted } from '../core/minting/minted';
import type { Unsent } from '../core/minting/unsent';
import type { Failure } from '../core/result';
import { type Role, rolesIn } from '../core/rotation/roles';
import type { Rotation } from '../core/rotation/state';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import { NOTHING_READ, type Reading, type Snapshot } from '../core/snapshot';
import type { Token, TokenId } from '../core/token';
import { stored } from '../platform/stored';

/** Which screen the popup shows, unless there is a new token to hand over: that comes first. */
export type View = 'home' | 'create' | 'add-host' | 'details';

/** What was last said to the user: something that happened, or why something did not. */
export type Notice = {
  role: 'status' | 'alert';
  text: string;
  /** The address of a page that helps. */
  page?: string;
};

/**
 * A token in the list: where it was found, the time by the clock of that server, whether it can be changed there, and
 * what it is in an unfinished rotation.
 */
export type Row = { token: Token; host: KnownHost; now: number; update: Update; role: Role | null };

export const hosts = signal<KnownHost[]>([]);
export const chosenId = signal<HostId | null>(null);
const readings = signal<ReadonlyMap<HostId, Reading>>(new Map());
const doors = signal<ReadonlyMap<HostId, Doors | null>>(new Map());
export const settings = signal<Settings>(DEFAULT_SETTINGS);
export const intents = signal<Intent[]>([]);
export const rotations = signal<Rotation[]>([]);
const roles = computed(() => new Map(rotations.value.flatMap(rolesIn)));
export const view = signal<View>('home');
/** New tokens that the user has not put away yet, oldest first. */
export const minted = signal<Minted[]>([]);
/** The address of the page that the user looks at, where it is of a host that could be added. */
export const offer = signal<string | null>(null);
export const notice = signal<Notice | null>(null);
/** The deed that is under way: while there is one, no other can be started. */
export const busy = signal(false);
/** The list is being read; at the start it is about to be. */
export const refreshing = signal(true);

/** Milliseconds since 1970 by this computer's clock, now and then. */
export const localNow = signal(Date.now());

/** The host that a new token is for: the chosen one, or the first while all are shown. */
export const host = computed(() => hosts.value.find(({ id }) => id === chosenId.value) ?? hosts.value[0] ?? null);
export const showsAll = computed(() => chosenId.value === ALL_HOSTS && hosts.value.length > 1);

/** A host on the screen: its last known tokens, but only those of the account that is signed in, and the last failure. */
export type Shown = { host: KnownHost; snapshot: Snapshot | null; failure: Failure | null };

export function shownOf(known: KnownHost): Shown {
  const { snapshot, failure } = readings.value.get(known.id) ?? NOTHING_READ;
  return { host: known, failure, snapshot: snapshot?.identity.id === known.identity?.id ? snapshot : null };
}

export const shown = computed(() => {
  const chosen = host.value ? [host.value] : [];
  return (showsAll.value ? hosts.value : chosen).map(shownOf);
});

/** The tokens of one host, as far as they are known. */
export function rowsOf({ host, snapshot }: Shown): Row[] {
  const update = updateOn(host, doorsAt(doors.value.get(host.id) ?? null, localNow.value));
  // Tokens end by the server's clock: our own may be wrong.
  const now = localNow.value + (snapshot?.clockSkew ?? 0);
  return (snapshot?.tokens ?? []).map((token) => ({
    token,
    host,
    now,
    update,
    role: roles.value.get(token.id) ?? null,
  }));
}

/** The tokens of several hosts. One that works in all organizations is listed by each, and stands here once. */
export function rowsOfAll(all: readonly Shown[]): Row[] {
  const rows = all.flatMap(rowsOf);
  return [...new Map(rows.map((row) => [row.token.id, row])).values()];
}

/** The tokens on the screen. */
export const rows = computed(() => rowsOfAll(shown.value));

const selectedId = signal<TokenId | null>(null);
/** The token whose details are shown. */
export const selected = computed(() => rows.value.find(({ token }) => token.id === selectedId.value) ?? null);
/** What was typed into New token before the popup closed over it. */
export const unsent = signal<Unsent | null>(null);
/** What New token begins with, in place of nothing. */
export const template = signal<Draft | null>(null);

/** Shows everything known of a token. */
export function showDetails({ token }: Row): void {
  selectedId.value = token.id;
  go('details');
}

/** Tokens on the screen that lost creates have left behind. */
export const strays = computed(() => {
  const ids = new Set(intents.value.flatMap(({ strayIds }) => strayIds));
  return rows.value.filter(({ token }) => ids.has(token.id) && !token.revoked);
});

export function say(text: string): void {
  notice.value = { role: 'status', text };
}

export function warn(text: string, page?: string): void {
  notice.value = { role: 'alert', text, ...(page === undefined ? {} : { page }) };
}

const watched = new Map<HostId, Promise<void>>();

async function watchHost(hostId: HostId): Promise<void> {
  const [reading, found] = [stored.reading(hostId), stored.doors(hostId)];
  const keep = (value: Reading) => {
    readings.value = new Map(readings.value).set(hostId, value);
  };
  const keepDoors = (value: Doors | null) => {
    doors.value = new Map(doors.value).set(hostId, value);
  };
  reading.watch(keep);
  found.watch(keepDoors);
  const [known, open] = await Promise.all([reading.get(), found.get()]);
  keepDoors(open);
  keep(known);
}

/** Knows from now on what storage has of these hosts, whether they are on the screen or not. */
export async function know(ids: HostId[]): Promise<void> {
  for (const id of ids) if (!watched.has(id)) watched.set(id, watchHost(id));
  await Promise.all(ids.map((id) => watched.get(id)));
}

/** Shows a host, or all of them, with what is known of it. */
export async function show(hostId: HostId): Promise<void> {
  chosenId.value = hostId;
  await know(hostId === ALL_HOSTS ? hosts.value.map(({ id }) => id) : [hostId]);
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
  stored.rotations.watch((value) => {
    rotations.value = value;
  });
  stored.settings.watch((value) => {
    settings.value = value;
  });
  const [known, chosen, open, begun, choices] = await Promise.all([
    stored.hosts.get(),
    stored.chosenHost.get(),
    stored.intents.get(),
    stored.rotations.get(),
    stored.settings.get(),
  ]);
  settings.value = choices;
  hosts.value = known;
  intents.value = open;
  rotations.value = begun;
  const first = known.find(({ id }) => id === chosen) ?? known[0];
  if (first) await show(chosen === ALL_HOSTS ? ALL_HOSTS : first.id);
}

/** Goes on where the popup was closed over what was typed into New token. */
export async function loadUnsent(): Promise<void> {
  const typed = await stored.unsent.get();
  if (typed === null || host.value === null) return;
  view.value = 'create';
  unsent.value = typed;
}

/** Shows new tokens as session memory has them: also one whose popup was closed before it came. */
export async function loadMinted(): Promise<void> {
  const keep = (kept: Minted[]) => {
    minted.value = kept.filter(({ mintedAt }) => Date.now() - mintedAt < KEEP_SECRET);
  };
  stored.minted.watch(keep);
  keep(await stored.minted.get());
}

export function present(made: Minted): void {
  goHome();
  if (!minted.value.some(({ token }) => token.id === made.token.id)) minted.value = [...minted.value, made];
}

export function withdraw(tokenId: TokenId): void {
  minted.value = minted.value.filter(({ token }) => token.id !== tokenId);
}

export function go(to: View): void {
  notice.value = null;
  if (to !== 'create') template.value = null;
  unsent.value = null;
  view.value = to;
}

export const goHome = () => go('home');
