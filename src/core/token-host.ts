import type { Identity } from './host';
import type { Result } from './result';
import type { Secret } from './secret';
import type { Token, TokenId } from './token';

/** What a server says of the session: who asks, which organization answers, and the server's own time. */
export type Session = {
  identity: Identity;
  organizationId: string;
  /** The server's clock in milliseconds since 1970, from its `Date` header; `null` where it sent none. */
  servedAt: number | null;
};

/** A new token as it is ordered: always for exactly one organization, always with an end. `at`: when, by the clock of its end. */
export type Order = { name: string; scopes: string[]; at: number; expiresAt: number; organizationId: string };

/** What is to be changed in a token; what is absent stays as it is. */
export type Correction = { name?: string; scopes?: string[]; expiresAt?: number };

/**
 * `complete` is false when a page or a row was missing or unreadable: nothing that needs "all" may run on it.
 * `onlyMadeHere`: it has the tokens that were made in this organization and no others, though more may work in it.
 * `ownerIds`: whose the tokens are, where the rows say it.
 */
export type Listing = { tokens: Token[]; complete: boolean; onlyMadeHere?: true; ownerIds?: ReadonlySet<string> };

/** `userId`: whose token it is, where the answer says it. */
export type CreatedToken = { token: Token; secret: Secret; userId: string | null };

/**
 * What is to be sent, asked for when it is known who is signed in, and right before it goes out: nothing can be waited
 * for here. A failure is the end of it, and nothing is sent.
 */
export type InSlot<T> = (session: Session) => Result<T>;

/** The tokens of the signed-in user on one host, whatever product and version answers there. */
export type TokenHost = {
  /** The user's tokens that work in this session's organization: active, expired and revoked ones. */
  list(session: Session): Promise<Result<Listing>>;
  /**
   * Makes at most one token: a create is sent again only after a refusal that proves that nothing was made. A failure for which `mayHaveBeenDone` holds leaves its fate open: read the list before
   * anything else.
   */
  create(order: InSlot<Order>): Promise<Result<CreatedToken>>;
  /**
   * Changes a token in place; answers it as the server then has it, which may differ from what was asked. Not there at
   * all where the product has no such call; `unsupported` where it is closed to this session.
   */
  update?(id: TokenId, correction: InSlot<Correction>): Promise<Result<Token>>;
  /**
   * `not-found` can mean "already gone": the list decides. Sending it again does no harm. `seen`: who was seen signed in
   * just now, for whoever looks once for many.
   */
  revoke(id: TokenId, may: InSlot<void>, seen?: () => Session | undefined): Promise<Result<void>>;
};
