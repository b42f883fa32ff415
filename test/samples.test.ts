import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { refusalIn } from '../src/azure/refusal';
import { ConnectionData, LifecyclePage, LifecycleResult, Organizations } from '../src/azure/services/wire';
import { findTokenError, tokenErrorOf } from '../src/azure/token-error';
import { Created, listingOf, ProviderAnswer, SessionTokenPage } from '../src/azure/wire';
import { type Reply, replies, SAMPLES, tokenOf } from './sample';

function bodies(file: string): unknown[] {
  return replies(file).map(({ body }) => body);
}

/** What a documented answer is to us: a value of a schema, a refusal of a kind, or nothing this product asks for. */
const readings: Record<string, z.ZodMiniType | string> = {
  '01-pats-list-success.json': LifecyclePage,
  '02-pats-list-paged.json': LifecyclePage,
  '03-pats-get-success.json': 'not asked for: one token is never read by itself',
  '04-pats-create-success.json': LifecycleResult,
  '05-pats-create-error-full-scope.json': LifecycleResult,
  '06-pats-create-error-global-blocked.json': LifecycleResult,
  '07-pats-create-error-org-policy.json': LifecycleResult,
  '08-pats-update-success.json': 'not asked for yet: tokens are not updated',
  '09-pats-update-error-expired.json': LifecycleResult,
  '10-pats-revoke-success.json': 'empty',
  '11-pats-refused-not-entra.json': 'refused: unsupported',
  '12-hierarchyquery-create-success.json': ProviderAnswer,
  '14-hierarchyquery-create-policy-refused.json': ProviderAnswer,
  '16-hierarchyquery-my-organizations.json': ProviderAnswer,
  '17-sessiontokens-list-paged.json': SessionTokenPage,
  '19-sessiontokens-create-compact.json': Created,
  '20-sessiontokens-create-error-policy.json': 'refused: policy',
  '21-sessiontokens-revoke-success.json': 'empty',
  '22-signedout-302.json': 'refused: signed-out',
  '23-signedout-203-html.json': 'refused: signed-out',
  '25-notmember-401.json': 'refused: signed-out',
  '27-throttled-429.json': 'refused: throttled',
  '28-connectiondata-signed-in.json': ConnectionData,
  '30-profile-and-accounts.json': 'not asked for: organizations come from the page provider',
  '31-regenerate-sequence.json': 'not asked for yet: tokens are not rotated',
  '32-bad-json-400.json': 'refused: invalid',
};

function received({ status, headers, body, bodyText }: Reply) {
  const text = bodyText ?? (body === null ? '' : JSON.stringify(body));
  const isJson = headers['Content-Type']?.includes('json') ?? false;
  const redirected = status >= 300 && status < 400;
  return { status, headers: new Headers(headers), redirected, text, isJson, json: isJson ? body : undefined };
}

test('every documented answer has its reading', () => {
  expect(readdirSync(SAMPLES).toSorted()).toEqual(Object.keys(readings));
});

const schemas = Object.entries(readings).filter(
  (entry): entry is [string, z.ZodMiniType] => typeof entry[1] !== 'string',
);

test.each(schemas)('%s fits its schema', (file, schema) => {
  for (const body of bodies(file)) expect(schema.safeParse(body)).toMatchObject({ success: true });
});

const refusals = Object.entries(readings).filter(([, reading]) => String(reading).startsWith('refused: '));

test.each(refusals)('%s is %s', (file, reading) => {
  for (const reply of replies(file)) expect(`refused: ${refusalIn(received(reply), '')?.kind}`).toBe(reading);
});

test('a user with a real id who is refused is no member, not signed out', () => {
  const [reply] = replies('25-notmember-401.json');
  if (!reply) throw new Error('the sample is empty');
  const real = JSON.parse(
    JSON.stringify(reply).replace('aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'bb5bb6c8-ef0a-400f-8987-92b3674d2043'),
  );
  expect(refusalIn(received(real), '')).toEqual({ kind: 'forbidden', explained: true });
});

test('the paged list holds an active, a nameless, a revoked and a global token', () => {
  const rows = bodies('17-sessiontokens-list-paged.json').flatMap((page) => SessionTokenPage.parse(page).sessionTokens);
  const { tokens, complete } = listingOf(rows);
  expect(complete).toBe(true);
  expect(tokens.map(({ name, revoked, organizationIds }) => [name, revoked, organizationIds?.length ?? 'all'])).toEqual(
    [
      ['ci-build', false, 1],
      ['', false, 1],
      ['old-laptop', true, 1],
      ['everything', false, 'all'],
    ],
  );
  expect(tokens[1]?.expiresAt).toBe(Date.UTC(2018, 6, 19));
});

const byPolicy = [
  ['05-pats-create-error-full-scope.json', 'fullScopePatPolicyViolation'],
  ['06-pats-create-error-global-blocked.json', 'globalPATCreationBlocked'],
  ['07-pats-create-error-org-policy.json', 'disablePatCreationPolicyViolation'],
] as const;

test.each(byPolicy)('%s is a refusal by a policy, although it comes with 200', (file, policy) => {
  const [result] = bodies(file).map((body) => LifecycleResult.parse(body));
  expect(result?.patToken).toBeNull();
  expect(tokenErrorOf(result?.patTokenError)).toEqual({ kind: 'policy', policy });
});

test.each(byPolicy)('%s is the same refusal with any other status', (file, policy) => {
  for (const reply of replies(file))
    for (const status of [400, 403, 404, 500])
      expect(refusalIn(received({ ...reply, status }), '', true), String(status)).toEqual({ kind: 'policy', policy });
});

test('an expired token cannot be extended: the end is what is refused', () => {
  const [result] = bodies('09-pats-update-error-expired.json').map((body) => LifecycleResult.parse(body));
  expect(tokenErrorOf(result?.patTokenError)).toMatchObject({ kind: 'invalid', field: 'expiry' });
});

const ISSUE = 'ms.vss-token-web.personal-access-token-issue-session-token-provider';

test('the token page creates a token with its secret, or says which policy forbids it', () => {
  const [made] = bodies('12-hierarchyquery-create-success.json').map((body) => ProviderAnswer.parse(body));
  const created = Created.parse(made?.dataProviders?.[ISSUE]);
  expect(created.token).toMatchObject({ name: 'NPM_PAT', revoked: false, organizationIds: [expect.any(String)] });
  expect(created.secret.reveal()).toBe(tokenOf(84));
  const [refused] = bodies('14-hierarchyquery-create-policy-refused.json').map((body) => ProviderAnswer.parse(body));
  const words = refused?.dataProviderExceptions?.[ISSUE]?.message ?? '';
  expect(findTokenError(words)).toEqual({ kind: 'policy', policy: 'fullScopePatPolicyViolation' });
});

test('the lifecycle pages hold whole tokens', () => {
  const files = ['01-pats-list-success.json', '02-pats-list-paged.json'];
  const rows = files.flatMap(bodies).flatMap((page) => LifecyclePage.parse(page).patTokens);
  const { tokens, complete } = listingOf(rows);
  expect(complete).toBe(true);
  expect(tokens).toHaveLength(8);
  expect(tokens.every(({ expiresAt, createdAt }) => expiresAt !== null && createdAt !== null)).toBe(true);
});

test('the organizations are read from the provider that has them', () => {
  const [answer] = bodies('16-hierarchyquery-my-organizations.json').map((body) => ProviderAnswer.parse(body));
  const provider = answer?.dataProviders?.['ms.vss-features.my-organizations-data-provider'];
  expect(Organizations.parse(provider).organizations.map(({ name }) => name)).toEqual([
    'Fabrikam-Fiber-Inc',
    'NormalPaulk',
  ]);
});
