import * as z from 'zod/mini';

/** A point in time, in milliseconds since 1970 (UTC). */
export const Instant = z.number();

/** A GUID in lower case: the servers do not promise one spelling. */
export const Guid = z.guid().check(z.toLowerCase());

/** The `authorizationId` by which a server lists and revokes a token. It is a name, not a secret. */
export const TokenId = Guid.brand<'TokenId'>();
export type TokenId = z.output<typeof TokenId>;

export const Token = z.object({
  id: TokenId,
  /** Empty where the server knows no name. */
  name: z.string(),
  /** Scope ids as the server has them, unknown ones included. */
  scopes: z.array(z.string()),
  createdAt: z.nullable(Instant),
  /** `null` where the server's date could not be read: unknown, which is not the same as expired. */
  expiresAt: z.nullable(Instant),
  /** The organizations it works in; `null` means every organization of the user. */
  organizationIds: z.nullable(z.array(Guid)),
  revoked: z.boolean(),
  /** It names no collection of its server, and so works in all that its user may open. */
  inAllCollections: z.exactOptional(z.literal(true)),
});
export type Token = z.output<typeof Token>;
