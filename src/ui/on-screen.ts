import type { KnownHost } from '../core/host';
import type { Failure } from '../core/result';
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
