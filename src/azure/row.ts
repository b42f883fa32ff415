import * as z from 'zod/mini';
import { Guid, type Token, TokenId } from '../core/token';
import { cut } from './cut';
import { parseDate, WireDate } from './date';

/** A name as a server writes it. */
export const Name = z.pipe(z.string(), z.transform(cut));

/** More scopes, or more organizations, than anybody has: a row with them cannot be read, and none of it is kept. */
const LONGEST_SCOPE = 10_000;
const MOST_ACCOUNTS = 1_000;

/** The fields that session tokens and lifecycle tokens share. Sources: services.md 1.3, 3.1; tolerance: 12.4. */
export const wireToken = {
  authorizationId: TokenId,
  displayName: z.nullish(Name),
  scope: z.nullish(z.string().check(z.maxLength(LONGEST_SCOPE))),
  /** A server was seen to be sent the word "null" for "none". Source: server.md 3. */
  targetAccounts: z.nullish(z.array(z.union([Guid, z.literal('null')])).check(z.maxLength(MOST_ACCOUNTS))),
  validFrom: WireDate,
  validTo: WireDate,
};

/** A row of a list. `isValid` (false once revoked), `isPublic` (SSH key) and `userId` are known to session tokens only. */
export const Row = z.object({
  ...wireToken,
  isValid: z.nullish(z.boolean()),
  isPublic: z.nullish(z.boolean()),
  userId: z.catch(z.nullish(Guid), null),
});
export type Row = z.output<typeof Row>;

type Shared = Omit<Row, 'isPublic' | 'isValid' | 'userId'> & Partial<Pick<Row, 'isValid'>>;

export function tokenOf(row: Shared): Token {
  const places = row.targetAccounts ?? [];
  const organizationIds = places.includes('null') ? places.filter((id) => id !== 'null') : places;
  return {
    id: row.authorizationId,
    name: row.displayName ?? '',
    scopes: row.scope?.match(/\S+/g) ?? [],
    createdAt: row.validFrom,
    expiresAt: row.validTo,
    organizationIds: organizationIds.length > 0 ? organizationIds : null,
    revoked: row.isValid === false,
  };
}

// Without its compiler, which the extension's policy forbids, the schema takes four times as long for a list of ten
// thousand rows as JSON.parse does. Nearly all rows are written as these functions know them, and pass in a fraction of
// it; whatever they do not know is the schema's. test: row.test.ts holds them to the schema.

const LOWER_GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

const isLowerId = (value: unknown): value is TokenId => typeof value === 'string' && LOWER_GUID.test(value);
const isTextOrNone = (value: unknown): value is string | null | undefined =>
  value === null || value === undefined || typeof value === 'string';
const isIdOrNone = (value: unknown): value is string | null | undefined =>
  value === null || value === undefined || isLowerId(value);
const isFlagOrNone = (value: unknown): value is boolean | null | undefined =>
  value === null || value === undefined || typeof value === 'boolean';
const isIdsOrNone = (value: unknown): value is TokenId[] | null | undefined =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) && value.length <= MOST_ACCOUNTS && value.every(isLowerId));

/** A row as servers write it, as the schema would read it; `undefined` for any other. */
export function plainRow(value: object): Row | undefined {
  const fields: { [F in keyof Row]?: unknown } = value;
  const { authorizationId, displayName, scope, targetAccounts, validFrom, validTo, isValid, isPublic, userId } = fields;
  if (!isLowerId(authorizationId) || !isTextOrNone(displayName) || !isTextOrNone(scope)) return undefined;
  if ((scope?.length ?? 0) > LONGEST_SCOPE || !isIdsOrNone(targetAccounts)) return undefined;
  if (typeof validFrom !== 'string' || typeof validTo !== 'string') return undefined;
  if (!isFlagOrNone(isValid) || !isFlagOrNone(isPublic) || !isIdOrNone(userId)) return undefined;
  return {
    authorizationId,
    displayName: typeof displayName === 'string' ? cut(displayName) : displayName,
    scope,
    targetAccounts,
    validFrom: parseDate(validFrom),
    validTo: parseDate(validTo),
    isValid,
    isPublic,
    userId,
  };
}

/** A row of a list, or `null` where it is none. */
export function readRow(value: unknown): Row | null {
  const plain = typeof value === 'object' && value !== null ? plainRow(value) : undefined;
  return plain ?? Row.safeParse(value).data ?? null;
}
