import type { Update } from '../core/abilities';
import type { KnownHost } from '../core/host';
import type { Failure } from '../core/result';
import type { Role } from '../core/rotation/roles';
import type { Snapshot } from '../core/snapshot';
import type { Token } from '../core/token';

/** A page that helps: where to sign in, or where organizations are removed. */
export type HelpfulPage = { address: string; open: 'open_sign_in' | 'open_organizations' };

/** What was last said to the user: something that happened, or why something did not. */
export type Notice = {
  role: 'status' | 'alert';
  text: string;
  /** A page that helps. */
  page?: HelpfulPage;
};

/** A host on the screen: its last known tokens, but only those of the account that is signed in, and the last failure. */
export type Shown = { host: KnownHost; snapshot: Snapshot | null; failure: Failure | null };

/**
 * A token in the list: where it was found, the time by the clock of that server, whether it can be changed there, and
 * what it is in an unfinished rotation.
 */
export type Row = { token: Token; host: KnownHost; now: number; update: Update; role: Role | null };

/** How a test of a token ended, in a sentence. */
export type Tested = { good: boolean; text: string };
