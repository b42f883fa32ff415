import type { Doors } from '../doors/doors';
import type { HostId, KnownHost } from '../host';
import type { Show } from '../overview/token-filter';
import type { Purpose } from '../purposes/purpose';
import type { Token } from '../token';
import type { LastingCounts } from './counts';

// What the popup's first screen is made of, as one value: the worker works it out anew whenever something of it changes,
// and the popup needs nothing else to show the list. It is there only while the list is all that there is to show.
// Types alone: whoever reads it waits for no schema.

/** A host on the screen; `complete` is `null` while none of its lists is known. */
type FrontHost = { hostId: HostId; complete: boolean | null; clockSkew: number; doors: Doors | null };

type FrontToken = { hostId: HostId; token: Token };

/** One host, or all of them, as the first screen shows them, but for the words. */
export type WordlessScreen = {
  at: FrontHost[];
  /** The first tokens of the choice that is shown, in their order. */
  tokens: FrontToken[];
  counts: LastingCounts;
  /** Those for all organizations that work. */
  globals: FrontToken[];
  /** The purposes of Quick mint, named. */
  pinned: Purpose[];
};

export type FrontScreen = WordlessScreen & {
  /** Who is signed in there, as a sentence. */
  who: string;
  /** The words for the scopes of tokens and purposes, by their ids. */
  words: Record<string, string>;
  /** What a press of Quick mint will come to, by `mintKey`. */
  mints: Record<string, string>;
};

export type Front = {
  /** Which version wrote it, in which language. */
  stamp: string;
  hosts: KnownHost[];
  /** The host that is shown, or all of them. */
  chosen: HostId;
  show: Show;
  singleKeys: boolean;
  screen: FrontScreen;
};

/** The same of another host than the chosen one, for a popup that is opened over a page of it. */
export type FrontElsewhere = Pick<Front, 'stamp' | 'screen'>;

/** By what the words for some scopes are found. */
export const wordsKey = (scopes: readonly string[]): string => scopes.join(' ');

/** By what the words for a purpose are found, at a host or before one is chosen. */
export const mintKey = (purpose: string, hostId: HostId | ''): string => `${purpose} ${hostId}`;
