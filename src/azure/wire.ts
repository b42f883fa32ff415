import * as z from 'zod/mini';
import { SecretText } from '../core/secret';
import { Guid, type TokenId } from '../core/token';
import type { CreatedToken, Listing } from '../core/token-host';
import { Row, readRow, tokenOf, wireToken } from './row';

/** The rows of one page as tokens, SSH keys left out, and the ids of both. A row that cannot be read makes the page incomplete. */
export function listingOf(rows: unknown[]): Required<Omit<Listing, 'onlyMadeHere'>> & { ids: TokenId[] } {
  const read = rows.map(readRow).filter((row) => row !== null);
  const tokens = read.filter(({ isPublic }) => isPublic !== true).map(tokenOf);
  const ownerIds = new Set(read.map(({ userId }) => userId).filter((id) => id !== null && id !== undefined));
  const ids = read.map(({ authorizationId }) => authorizationId);
  return { tokens, complete: read.length === rows.length, ownerIds, ids };
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

/** Two of the three forms say nothing of a next page. */
const flat = (rows: unknown[]) => ({ sessionTokens: rows, nextRowNumber: null, isFlat: true });

/** The three forms of a session-token list: paged, flat, and bare with `noArrayWrap`. Source: services.md 3.3. */
export const SessionTokenPage = z.union([
  z.pipe(
    z.object({ sessionTokens: z.array(z.unknown()), nextRowNumber: z.nullish(z.number()) }),
    z.transform((page) => ({ ...page, isFlat: false })),
  ),
  z.pipe(
    z.object({ value: z.array(z.unknown()) }),
    z.transform(({ value }) => flat(value)),
  ),
  z.pipe(z.array(z.unknown()), z.transform(flat)),
  // How a server on premises writes a collection with nothing in it. Source: server.md 5.
  z.pipe(
    z.object({ count: z.literal(0), value: z.null() }),
    z.transform(() => flat([])),
  ),
]);

const ProviderException = z.object({ message: z.nullish(z.string()), exceptionType: z.nullish(z.string()) });

/** The envelope of HierarchyQuery: what each data provider answered, or why it could not. Source: services.md 2.3, 2.4. */
export const ProviderAnswer = z.object({
  dataProviders: z.nullish(z.record(z.string(), z.unknown())),
  dataProviderExceptions: z.nullish(z.record(z.string(), ProviderException)),
});
