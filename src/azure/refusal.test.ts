import { expect, test } from 'vitest';
import { DAY, HOUR, SECOND } from '../core/duration';
import { pauseAskedBy, type Received, refusalIn } from './refusal';

const SIGN_IN = 'https://dev.azure.com/fabrikam';

function received(status: number, body: unknown, parts: Partial<Received> = {}): Received {
  const isJson = typeof body !== 'string';
  const text = isJson ? JSON.stringify(body) : body;
  return { status, headers: new Headers(), redirected: false, text, isJson, json: isJson ? body : undefined, ...parts };
}

/** Every word of the server's for a token that it does not make, with what it means here. Source: services.md 1.4. */
const words = {
  displayNameRequired: 'name',
  invalidDisplayName: 'name',
  invalidValidTo: 'expiry',
  invalidScope: 'scopes',
  userIdRequired: 'request',
  invalidUserId: 'request',
  invalidUserType: 'request',
  accessDenied: 'forbidden',
  failedToIssueAccessToken: 'request',
  invalidClient: 'request',
  invalidClientType: 'request',
  invalidClientId: 'request',
  invalidTargetAccounts: 'organization',
  hostAuthorizationNotFound: 'request',
  authorizationNotFound: 'not-found',
  failedToUpdateAccessToken: 'request',
  sourceNotSupported: 'request',
  invalidSourceIP: 'request',
  invalidSource: 'request',
  duplicateHash: 'request',
  sshPolicyDisabled: 'policy',
  invalidToken: 'request',
  tokenNotFound: 'not-found',
  invalidAuthorizationId: 'request',
  failedToReadTenantPolicy: 'policy',
  globalPatPolicyViolation: 'policy',
  fullScopePatPolicyViolation: 'policy',
  patLifespanPolicyViolation: 'policy',
  invalidTokenType: 'request',
  invalidAudience: 'request',
  invalidSubject: 'request',
  deploymentHostNotSupported: 'request',
  disablePatCreationPolicyViolation: 'policy',
  failedToReadOrgPolicy: 'policy',
  globalPATCreationBlocked: 'policy',
  expiredPatCannotBeExtended: 'expiry',
};

const meaning = (failure: ReturnType<typeof refusalIn>) =>
  failure?.kind === 'invalid' ? failure.field : failure?.kind;

test.each(Object.entries(words))('%s means %s, in whatever case and wherever it stands', (word, expected) => {
  const pascal = word.replace(/^./, (first) => first.toUpperCase());
  for (const message of [word, pascal, word.toUpperCase(), `VS1234: ${pascal} was found.`]) {
    expect(meaning(refusalIn(received(400, { message, typeKey: 'SessionTokenCreateException' }), SIGN_IN))).toBe(
      expected,
    );
  }
});

test.each([
  ['a redirect', received(0, '', { redirected: true }), 'signed-out'],
  ['a page with 203', received(203, '<html>'), 'signed-out'],
  ['a page with 200', received(200, '<html>'), 'signed-out'],
  ['a page with 401', received(401, '<html>'), 'signed-out'],
  ['nobody in TF400813', received(401, { message: "TF400813: The user '' is not authorized" }), 'signed-out'],
  [
    'somebody in TF400813',
    received(401, { message: "TF400813: The user 'a@b.example' is not authorized" }),
    'forbidden',
  ],
  ['an auth kind that is refused with 401', received(401, { typeKey: 'InvalidAccessException' }), 'unsupported'],
  ['an auth kind that is refused with 400', received(400, { typeKey: 'InvalidAccessException' }), 'unsupported'],
  ['a version complaint', received(400, { typeKey: 'VssVersionNotSpecifiedException' }), 'unsupported'],
  ['TF400733 with 503', received(503, { message: 'TF400733: The request has been canceled' }), 'throttled'],
  ['an improper error', received(400, { count: 1, value: { Message: 'InvalidScope' } }), 'scopes'],
  ['the same with a small letter', received(400, { count: 1, value: { message: 'InvalidScope' } }), 'scopes'],
  ['a token that is gone, told so', received(400, { value: { message: 'TokenNotFound' } }), 'not-found'],
  ['the field of the lifecycle API', received(403, { patToken: null, patTokenError: 'invalidScope' }), 'scopes'],
  ['the same beside words', received(400, { message: 'InvalidScope', patTokenError: 'accessDenied' }), 'scopes'],
  ['words beside no value', received(400, { message: 'InvalidScope', value: null }), 'scopes'],
  [
    'a kind beside words that are none',
    received(401, { message: 5, typeKey: 'InvalidAccessException' }),
    'unsupported',
  ],
  ['an auth kind, refused by its class', received(401, { className: 'A.B.InvalidAccessException' }), 'unsupported'],
  ['an auth kind, refused by its type', received(401, { type: 'A.B.InvalidAccessException' }), 'unsupported'],
  ['a system error', received(500, { className: 'X', message: 'oh', innerException: null }), 'unexpected'],
  ['403 with a page of somebody between', received(403, '<html>'), 'between'],
  [
    '403 with a page of the service',
    received(403, '<html>', { headers: new Headers({ ActivityId: 'x' }) }),
    'forbidden',
  ],
  ['407', received(407, ''), 'between'],
  ['451', received(451, ''), 'between'],
  ['511, before the network lets anybody out', received(511, '<html>'), 'between'],
  ['405', received(405, ''), 'unsupported'],
  ['a refusal that speaks of a version', received(403, { message: 'No api-version lets you.' }), 'forbidden'],
  ['404', received(404, '<html>'), 'not-found'],
  [
    'a conditional access policy',
    received(403, { message: 'VS403463: The conditional access policy failed' }),
    'policy',
  ],
  ['409', received(409, { message: 'conflict' }), 'unexpected'],
])('%s is understood', (_, answer, expected) => {
  expect(meaning(refusalIn(answer, SIGN_IN))).toBe(expected);
});

test.each(['InvalidScope', 'TF400733', 'VS403463', 'conditional access'])(
  'an answer that refuses nothing is none: %s is fine in a name',
  (name) => {
    expect(refusalIn(received(200, { message: name, value: [{ displayName: name }] }), SIGN_IN)).toBeUndefined();
  },
);

const soon = () => Date.now() + 20 * SECOND;

test.each([
  ['seconds', { 'Retry-After': '20' }, 200, 20 * SECOND],
  ['a date', { 'Retry-After': new Date(soon()).toUTCString() }, 429, 20 * SECOND],
  [
    'the reset, when nothing is left',
    { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(soon() / SECOND) },
    200,
    20 * SECOND,
  ],
  ['more than an hour', { 'Retry-After': '7200' }, 429, 7200 * SECOND],
  ['far too long', { 'Retry-After': '1000000000' }, 429, DAY],
])('a pause that is told by %s is kept', (_, headers, status, expected) => {
  const left = (pauseAskedBy(new Headers(headers), status) ?? 0) - Date.now();
  expect(Math.abs(left - expected)).toBeLessThan(2 * SECOND);
});

const dated = (instant: number) => ({ 'Retry-After': new Date(instant).toUTCString() });
const reset = (instant: number) => ({ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(instant / SECOND) });

test.each([
  ['a date', -3 * HOUR, dated],
  ['a date', 3 * HOUR, dated],
  ['the reset', -3 * HOUR, reset],
  ['the reset', 3 * HOUR, reset],
])('a pause that is told by %s is as long by a clock that is %i ms from ours', (_, ahead, tell) => {
  const theirs = Date.now() + ahead;
  const headers = { Date: new Date(theirs).toUTCString(), ...tell(theirs + 20 * SECOND) };
  const left = (pauseAskedBy(new Headers(headers), 429) ?? 0) - Date.now();
  expect(Math.abs(left - 20 * SECOND)).toBeLessThan(2 * SECOND);
});

test.each([
  ['nothing', {}],
  ['a negative number', { 'Retry-After': '-1' }],
  ['rubbish', { 'Retry-After': 'soon', 'X-RateLimit-Reset': 'x' }],
  ['an allowance that is left', { 'X-RateLimit-Remaining': '7', 'X-RateLimit-Reset': String(soon() / SECOND) }],
])('%s asks for no pause', (_, headers) => {
  expect(pauseAskedBy(new Headers(headers), 200)).toBeUndefined();
});

const who = (message: string, typeKey = 'UnauthorizedRequestException') =>
  refusalIn(received(401, { message, typeKey }), SIGN_IN);
const NOBODY = 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa';
const SOMEBODY = 'bb5bb6c8-ef0a-400f-8987-92b3674d2043';

// Sentences made up as other languages have them: who is meant is told by the id alone.
test.each([
  [`TF400813: L'utilisateur '${NOBODY}' n'est pas autorisé à accéder à cette ressource.`, 'signed-out'],
  [`TF400813: L'utilisateur « ${NOBODY} » n'est pas autorisé.`, 'signed-out'],
  [`TF400813: Der Benutzer „${NOBODY.toUpperCase()}“ ist nicht berechtigt.`, 'signed-out'],
  ["TF400813: L'utilisateur '' n'est pas autorisé.", 'signed-out'],
  [`TF400813: L'utilisateur « ${SOMEBODY} » n'est pas autorisé.`, 'forbidden'],
  [`TF400813: 用户“${SOMEBODY}”无权访问此资源。`, 'forbidden'],
  ['TF400813: Der Benutzer „FABRIKAM\\jörg“ ist nicht berechtigt.', 'forbidden'],
  ['TF400813: 用户“jane@fabrikam.example”无权访问此资源。', 'forbidden'],
])('%s is %s', (message, expected) => {
  expect(who(message)?.kind).toBe(expected);
});

const SAID = { 'X-TFS-ServiceError': 'TF400813%3A+The+user+%27jane%40fabrikam.example%27+is+not+authorized' };
const withHeader = (status: number, headers: Record<string, string>) =>
  refusalIn(received(status, '<html>', { headers: new Headers({ ActivityId: 'x', ...headers }) }), SIGN_IN, true);

test.each([
  ['encoded', 401, SAID, { kind: 'forbidden', explained: true }],
  [
    'encoded otherwise',
    400,
    { 'X-TFS-ServiceError': 'VS1%3A%20InvalidScope' },
    { kind: 'invalid', field: 'scopes', reason: 'invalidScope' },
  ],
  [
    'plain',
    403,
    { 'X-TFS-ServiceError': 'Only 50% + 1 may.' },
    { kind: 'forbidden', explained: true, reason: 'Only 50% + 1 may.' },
  ],
  ['not to be decoded', 403, { 'X-TFS-ServiceError': '50%' }, { kind: 'forbidden', explained: true, reason: '50%' }],
  ['of a policy', 401, { 'X-TFS-ServiceError': 'VS403463%3A+failed' }, { kind: 'policy', policy: 'conditionalAccess' }],
  ['of a 404, which can be about the address', 404, { 'X-TFS-ServiceError': 'Page+not+found.' }, { kind: 'not-found' }],
])('words that stand in a header alone are read: %s', (_, status, headers, failure) => {
  expect(withHeader(status, headers)).toEqual(failure);
});

const create = (status: number, body: unknown) => refusalIn(received(status, body), SIGN_IN, true);

test.each([
  [400, { message: 'TokenNotFound', typeKey: 'SessionTokenCreateException' }],
  [400, { message: 'AuthorizationNotFound', typeKey: 'SessionTokenCreateException' }],
  [404, { message: 'The token was not found.', typeKey: 'SessionTokenNotFoundException' }],
  [404, { message: 'Authorization not found' }],
])('a create that is refused in words is refused for good: %i %j', (status, body) => {
  expect(create(status, body)).toEqual({ kind: 'invalid', field: 'request', reason: body.message });
});

test('nor is one that is refused so under `value`', () => {
  const failure = { kind: 'invalid', field: 'request', reason: 'TokenNotFound' };
  expect(create(400, { count: 1, value: { message: 'TokenNotFound' } })).toEqual(failure);
});

test.each(['aRuleThatIsNew', 13])('nor is one that the lifecycle API refuses so with a word of its own: %s', (word) => {
  const body = { patToken: null, patTokenError: word };
  const [reason, field] = [String(word), 'request'];
  expect([400, 404].map((status) => create(status, body))).toEqual(Array(2).fill({ kind: 'invalid', field, reason }));
  expect(create(403, body)).toEqual({ kind: 'forbidden', explained: true, reason });
});

test.each([
  ['no words', ''],
  ['a page', '<html>'],
  ['a word that refuses nothing', { patToken: null, patTokenError: 'None' }],
  ['its number', { patToken: null, patTokenError: 0 }],
  ['a controller', { message: "The controller for path '/x' was not found.", typeKey: 'HttpException' }],
  [
    'a resource',
    { message: 'The API resource location x is not registered.', typeKey: 'VssResourceNotFoundException' },
  ],
  ['the address of a description', { type: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5' }],
])('a create that finds nothing there, with %s, may be tried elsewhere', (_, body) => {
  expect(create(404, body)).toEqual({ kind: 'not-found' });
});

test.each([
  [{ message: 'TF50309: The account has no sufficient permissions.', typeKey: 'AccessCheckException' }, /^TF50309/],
  [{ message: 'VS1: may be made from managed devices only' }, /managed devices/],
  [{ typeKey: 'AccessCheckException' }, /^AccessCheckException$/],
  [{ value: { Message: 'Access denied.' } }, /^Access denied/],
])('a 403 that says why keeps the words: %j', (body, reason) => {
  expect(refusalIn(received(403, body), SIGN_IN)).toEqual({
    kind: 'forbidden',
    explained: true,
    reason: expect.stringMatching(reason),
  });
});

test('a bare 403 says nothing', () => {
  expect(refusalIn(received(403, ''), SIGN_IN)).toEqual({ kind: 'forbidden', explained: false });
});

test('from plain http a redirect may lead to the same address with https', () => {
  const led = refusalIn(received(0, '', { redirected: true }), 'http://tfs:8080/tfs/One');
  expect(led).toMatchObject({ kind: 'signed-out', perhapsAt: 'https://tfs:8080/tfs/One' });
  expect(refusalIn(received(0, '', { redirected: true }), SIGN_IN)).not.toHaveProperty('perhapsAt');
});
