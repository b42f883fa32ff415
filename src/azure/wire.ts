import * as z from 'zod/mini';
import { SecretText } from '../core/secret';
import { Guid, type Token, TokenId } from '../core/token';
import type { CreatedToken, Listing } from '../core/token-host';
import { cut } from './cut';
import { WireDate } from './date';

/** A name as a server writes it. */
export const Name = z.pipe(z.string(), z.transform(cut));

/** More scopes, or more organizations, than anybody has: a row with them cannot be read, and none of it is kept. */
const LONGEST_SCOPE = 10_000;
const MOST_ACCOUNTS = 1_000;

/** The fields that session tokens and lifecycle tokens share. Sources: services.md 1.3, 3.1; tolerance: 12.4. */
const wireToken = {
  authorizationId: TokenId,
  displayName: z.nullish(Name),
  scope: z.nullish(z.string().check(z.maxLength(LONGEST_SCOPE))),
  /** A server was seen to be sent the word "null" for "none". Source: server.md 3. */
  targetAccounts: z.nullish(z.array(z.union([Guid, z.literal('null')])).check(z.maxLength(MOST_ACCOUNTS))),
  validFrom: WireDate,
  validTo: WireDate,
};

/** A row of a list. `isValid` (false once revoked) and `isPublic` (SSH key) are known to session tokens only. */
const Row = z.object({ ...wireToken, isValid: z.nullish(z.boolean()), isPublic: z.nullish(z.boolean()) });
type Row = z.output<typeof Row>;

function tokenOf(row: Row): Token {
  const organizationIds = row.targetAccounts?.filter((id) => id !== 'null') ?? [];
  return {
    id: row.authorizationId,
    name: row.displayName ?? '',
    scopes: row.scope?.split(/\s+/).filter((scope) => scope !== '') ?? [],
    createdAt: row.validFrom,
    expiresAt: row.validTo,
    organizationIds: organizationIds.length > 0 ? organizationIds : null,
    revoked: row.isValid === false,
  };
}

/** The rows of one page as tokens, SSH keys left out. A row that cannot be read makes the page incomplete. */
export function listingOf(rows: unknown[]): Listing {
  const read = rows.map((row) => Row.safeParse(row));
  const tokens = read.flatMap((row) => (row.success && row.data.isPublic !== true ? [tokenOf(row.data)] : []));
  return { tokens, complete: read.every((row) => row.success) };
}

/** One token by itself, as the answer to a change has it: without a secret. */
export const OneToken = z.pipe(Row, z.transform(tokenOf));

/** A create's answer, by either family: the token with its secret, which no other answer ever holds. */
export const Created = z.pipe(
  // The lifecycle API does not say whose it is. Source: services.md 1.3 and 3.1.
  z.object({ ...wireToken, token: SecretText, userId: z.catch(z.nullish(Guid), null) }),
  z.transform(
    ({ token, userId, ...row }): CreatedToken => ({ token: tokenOf(row), secret: token, userId: userId ?? null }),
  ),
);

/** The three forms of a session-token list: paged, flat, and bare with `noArrayWrap`. Source: services.md 3.3. */
export const SessionTokenPage = z.union([
  z.object({ sessionTokens: z.array(z.unknown()), nextRowNumber: z.nullish(z.number()) }),
  z.pipe(
    z.object({ value: z.array(z.unknown()) }),
    z.transform(({ value }) => ({ sessionTokens: value, nextRowNumber: null })),
  ),
  z.pipe(
    z.array(z.unknown()),
    z.transform((rows) => ({ sessionTokens: rows, nextRowNumber: null })),
  ),
]);

const ProviderException = z.object({ message: z.nullish(z.string()), exceptionType: z.nullish(z.string()) });

/** The envelope of HierarchyQuery: what each data provider answered, or why it could not. Source: services.md 2.3, 2.4. */
export const ProviderAnswer = z.object({
  dataProviders: z.nullish(z.record(z.string(), z.unknown())),
  dataProviderExceptions: z.nullish(z.record(z.string(), ProviderException)),
});
