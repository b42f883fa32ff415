import type { Output } from '../contract/contract';
import type { Queued } from '../core/cleanup/queue';
import type { How } from '../core/cleanup/walk';
import type { Found } from '../core/doctor/find';
import type { Look } from '../core/doctor/reads';
import type { Row } from '../core/front/rows';
import type { KnownHost } from '../core/host';
import type { Failure, Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';

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

/** The same without its tokens: how its list stands. */
export type ShownList = Pick<Shown, 'host' | 'failure'> & { snapshot: Pick<Snapshot, 'complete'> | null };

export type { Row } from '../core/front/rows';

/** How a test of a token ended, in a sentence. */
export type Tested = { good: boolean; text: string };

/** Who was asked about a token that was found, and what came back; `null` as long as nothing did. */
export type AskedHost = { host: KnownHost; answer: Result<Output<'doctor.ask'>> | null };

/**
 * A secret that was found in a text, and what is known of it so far. `sure`: Patina made it, and it is that row if a list
 * still has it; `likely`: what it can be by all that was learned, `null` where it was not held against the lists.
 */
export type Examined = {
  found: Found;
  asked: readonly AskedHost[];
  looks: readonly { area: string; look: Look | 'unknown' }[];
  sure: { row: Row | null } | null;
  likely: readonly Row[] | null;
  isDone: boolean;
};

/**
 * The token that Clean up asks about. `isGone`: nothing is left to decide, since it is over or on its way to that; `back`:
 * why it is asked about once more.
 */
export type InView = Queued<Row> & { isGone: boolean; back: string | null };

/** How far a revoke is: until it is sent it can be taken back. */
export type Ending = 'waiting' | 'sent' | 'revoked';

/** What was decided about a token, and how far its revoke is. */
export type Decided = { key: string; how: How; row: Row; end: Ending | null };
