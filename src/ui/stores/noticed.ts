import { signal } from '@preact/signals';
import type { HostId } from '../../core/host';
import { type Placed, placedKey } from '../../core/names/placed';
import type { Revoke } from '../../core/revoke';
import type { EndedElsewhere } from '../../core/strangers/ended-elsewhere';
import type { Row } from '../on-screen';

/** What the worker does or has noticed by itself. It is filled in after the list is there: see stores/watching.ts and revokes.ts. */

/** Tokens that somebody else has made, of whatever host. */
export const strangers = signal<Row[]>([]);
/** Tokens that somebody else has revoked, of the accounts that are signed in. */
export const endedElsewhere = signal<EndedElsewhere[]>([]);
/** Where nobody has been signed in for long, and whose tokens end there meanwhile, in sentences. */
export const away = signal('');
/** Revokes that wait for an Undo or are under way. */
export const revokes = signal<Revoke[]>([]);
/** The keys of the revokes that Clean up follows by itself: nobody else says what becomes of them. */
export const followedElsewhere = signal<ReadonlySet<string>>(new Set());
/** The key of the revoke that was begun by keyboard last: the focus goes to its Undo. */
export const undoFirst = signal<string | null>(null);
/** Stored values were set aside, and the user does not know of it yet. */
export const lost = signal(false);
/** The address of the page that the user looks at, where it is of a host that could be added. */
export const offer = signal<string | null>(null);
/** The host of that page, where it is known. */
export const pageHost = signal<HostId | null>(null);

/** Notes whether a revoke that is about to be asked for was begun by keyboard. */
export function noteHand(of: Placed): void {
  undoFirst.value = document.activeElement?.matches(':focus-visible') ? placedKey(of) : null;
}
