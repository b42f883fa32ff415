import * as z from 'zod/mini';
import type { Failure } from '../core/result';

const policy = (name: string): Failure => ({ kind: 'policy', policy: name });
const invalid = (field: string, name: string): Failure => ({ kind: 'invalid', field, reason: name });
/** The server names a cause that the user cannot mend by changing one field; it is a refusal all the same. */
const refused = (name: string): Failure => ({ kind: 'invalid', field: 'request', reason: name });

/** What each `SessionTokenError` of the server means to us. Source: services.md 1.4, exact spelling there. */
const TOKEN_ERRORS: Readonly<Record<string, (name: string) => Failure>> = {
  displayNameRequired: (name) => invalid('name', name),
  invalidDisplayName: (name) => invalid('name', name),
  invalidValidTo: (name) => invalid('expiry', name),
  invalidScope: (name) => invalid('scopes', name),
  userIdRequired: refused,
  invalidUserId: refused,
  invalidUserType: refused,
  accessDenied: (name) => ({ kind: 'forbidden', explained: true, reason: name }),
  failedToIssueAccessToken: refused,
  invalidClient: refused,
  invalidClientType: refused,
  invalidClientId: refused,
  invalidTargetAccounts: (name) => invalid('organization', name),
  hostAuthorizationNotFound: refused,
  authorizationNotFound: () => ({ kind: 'not-found' }),
  failedToUpdateAccessToken: refused,
  sourceNotSupported: refused,
  invalidSourceIP: refused,
  invalidSource: refused,
  duplicateHash: refused,
  sshPolicyDisabled: policy,
  invalidToken: refused,
  tokenNotFound: () => ({ kind: 'not-found' }),
  invalidAuthorizationId: refused,
  failedToReadTenantPolicy: policy,
  globalPatPolicyViolation: policy,
  fullScopePatPolicyViolation: policy,
  patLifespanPolicyViolation: policy,
  invalidTokenType: refused,
  invalidAudience: refused,
  invalidSubject: refused,
  deploymentHostNotSupported: refused,
  disablePatCreationPolicyViolation: policy,
  failedToReadOrgPolicy: policy,
  globalPATCreationBlocked: policy,
  expiredPatCannotBeExtended: (name) => invalid('expiry', name),
};

const NAMES: ReadonlyMap<string, string> = new Map(Object.keys(TOKEN_ERRORS).map((name) => [name.toLowerCase(), name]));
/** Longest first, so that `invalidUserId` is not read as a shorter name inside it. */
const ANY_NAME = new RegExp([...NAMES.keys()].sort((a, b) => b.length - a.length).join('|'), 'i');

/** The field of the lifecycle API that refuses: a word, or the number of one. Sources: services.md 1.3, 12.4. */
export const PatTokenError = z.nullish(z.union([z.string(), z.number()]));

/** What the field says, or '' where it refuses nothing: it is absent, or the word is `none`, which is number 0. */
export function wordOf(field: z.output<typeof PatTokenError>): string {
  const word = String(field ?? '');
  return /^(none|0)$/i.test(word) ? '' : word;
}

/** The failure that a text names by one of the server's own words, in whatever case; `undefined` if it names none. */
export function findTokenError(text: string): Failure | undefined {
  const found = ANY_NAME.exec(text)?.[0];
  const name = found === undefined ? undefined : NAMES.get(found.toLowerCase());
  return name === undefined ? undefined : TOKEN_ERRORS[name]?.(name);
}

/**
 * The same where a token was to be made. That some token or authorization was not found is then the answer to this
 * create, given in words, and no "not here" after which another endpoint could be asked for the same.
 */
export function findCreateError(text: string): Failure | undefined {
  const found = findTokenError(text);
  return found?.kind === 'not-found' ? refused(text) : found;
}

/** The same for the field, where every word that is not known is a refusal, too. */
export function tokenErrorOf(field: z.output<typeof PatTokenError>): Failure | undefined {
  const word = wordOf(field);
  return word === '' ? undefined : (findTokenError(word) ?? refused(word));
}

/** And for that of a create. */
export function createErrorOf(field: z.output<typeof PatTokenError>): Failure | undefined {
  const word = wordOf(field);
  return word === '' ? undefined : (findCreateError(word) ?? refused(word));
}
