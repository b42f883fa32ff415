import { html } from 'hono/html';
import { json, page, wireError } from './answers';
import { breakBody, drip, drop, flood, pressed } from './broken-answers';
import type { Fault } from './fault';
import { refuseOthers } from './page-only';
import type { RecordedRequest } from './requests';
import { ISSUE_PROVIDER, isCreate, isRevoke } from './requests';
import { answerSignedOut, signedOut, wantsNoRedirect } from './signed-out';
import type { Ctx } from './world';

const sleep = (seconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, seconds * 1000).unref());

function rateLimits(c: Ctx, seconds: number, remaining: number): void {
  const reset = Math.ceil(c.var.world.now() / 1000) + seconds;
  c.header('Retry-After', String(seconds));
  c.header('X-RateLimit-Resource', 'Services/ConcurrencyLimit');
  c.header('X-RateLimit-Delay', remaining > 0 ? '1.250' : '0.000');
  c.header('X-RateLimit-Limit', '200');
  c.header('X-RateLimit-Remaining', String(remaining));
  c.header('X-RateLimit-Reset', String(reset));
}

function provides(request: RecordedRequest): boolean {
  return isCreate(request) && /hierarchyquery$/i.test(request.path);
}

function fromElsewhere({ method, headers }: RecordedRequest): boolean {
  const origin = headers.origin;
  return method !== 'GET' && origin !== undefined && origin !== 'https://dev.azure.com';
}

const table = {
  signedOut302: {
    does: 'redirects to the sign-in service',
    source: '5.1 [S23]',
    act: (c) => signedOut.redirect(c),
  },
  signedOut203: { does: 'answers the sign-in page with 203', source: '5.1 [S24]', act: (c) => signedOut.page(c) },
  signedOut401: {
    does: 'answers 401, TF400813 of the anonymous, to those who want no redirect',
    source: '5.1 [S47]',
    act: (c) => (wantsNoRedirect(c) ? signedOut.json(c) : answerSignedOut(c)),
  },
  signedOut401Bare: {
    does: 'answers 401 and WWW-Authenticate, without a body, to those who want no redirect',
    source: '5.1 [S36]',
    act: (c) => (wantsNoRedirect(c) ? signedOut.bare(c) : answerSignedOut(c)),
  },
  ledAway: {
    does: 'redirects `to` somewhere else, with `status`',
    source: 'assumed: a proxy, or an enemy',
    act: (c, _, { to = 'https://evil.example/', status = 302 }) => {
      c.header('Location', to);
      return c.body(null, status);
    },
  },
  html200: {
    does: 'answers an HTML page with 200',
    source: '4.1 [S17]',
    act: (c) => page(c, 'Azure DevOps', html`<h1>Azure DevOps</h1>`),
  },
  notMember401: {
    does: 'answers 401, TF400813 with a real GUID',
    source: '5.1 [S47][S52]',
    act: (c) => wireError(c, 'unauthorized', c.var.world.users[0]?.id),
  },
  conditionalAccess: {
    does: 'answers 401 with VS403463',
    source: '5.1 [S53]; status assumed',
    act: (c, _, { status }) => wireError(c, 'conditionalAccess', '', status),
  },
  forbidden403: {
    does: 'answers 403 in JSON',
    source: 'assumed',
    act: (c, _, { status, bare }) => (bare ? c.body(null, 403) : wireError(c, 'forbidden', '', status)),
  },
  originRefused403: {
    does: 'answers a bare 403 to a write whose Origin is another than dev.azure.com',
    source: 'assumed; 11.4 says not found',
    only: fromElsewhere,
    act: (c) => c.body(null, 403),
  },
  pageOnly: {
    does: 'refuses whatever is not a request of its own pages (`by` origin, fetchSite, cookie) as `form` says',
    source: 'assumed; 11.4 says not found',
    act: async (c, apply, { by = 'origin', form = '403' }) => (await refuseOthers(c, by, form)) ?? apply(),
  },
  gateway403: {
    does: 'answers 403 with a page of somebody between, who signs nothing as Azure DevOps does',
    source: 'okta-auth-js 1244',
    act: (c) => {
      c.set('unsigned', true);
      return page(c, 'Access denied', html`<h1>Your device is not known to the gateway.</h1>`, 403);
    },
  },
  notFound404: {
    does: 'answers 404',
    source: '12.3; body assumed',
    act: (c) => wireError(c, 'noController', c.req.path),
  },
  conflict409: { does: 'answers 409', source: 'assumed', act: (c) => wireError(c, 'conflict') },
  version400: {
    does: 'complains about the api-version',
    source: '12.3',
    act: (c) => wireError(c, 'previewVersion', '5.0'),
  },
  throttled429: {
    does: 'answers 429 with Retry-After and X-RateLimit-*',
    source: '5.3 [S56]',
    act: (c, _, { seconds = 30 }) => {
      rateLimits(c, seconds, 0);
      return wireError(c, 'throttled', 'Concurrency');
    },
  },
  delayed200: {
    does: 'answers as usual, with Retry-After and X-RateLimit-*',
    source: '5.3 [S56]',
    act: (c, apply, { seconds = 5 }) => {
      rateLimits(c, seconds, 12);
      return apply();
    },
  },
  error500: { does: 'answers 500', source: 'assumed', act: (c) => wireError(c, 'internal') },
  unavailable503: {
    does: 'answers 503 with Retry-After',
    source: 'assumed',
    act: (c, _, { seconds = 10 }) => {
      c.header('Retry-After', String(seconds));
      return wireError(c, 'unavailable');
    },
  },
  slow: {
    does: 'waits, at most until it is switched off, then answers as usual',
    source: '5.3 [S56]',
    act: async (_, apply, { seconds = 1, cleared }) => {
      await Promise.race([sleep(seconds), cleared]);
      return apply();
    },
  },
  slowReply: {
    does: 'applies the request, then waits, at most until it is switched off, before it answers',
    source: 'any network',
    act: async (_, apply, { seconds = 1, cleared }) => {
      await apply();
      await Promise.race([sleep(seconds), cleared]);
      return undefined;
    },
  },
  reset: { does: 'drops the connection; the request is not applied', source: 'any network', act: drop },
  lostReply: {
    does: 'applies the request, then drops the connection before the first byte of the answer',
    source: 'any network; Readings 14',
    act: async (c, apply) => {
      await apply();
      return drop(c);
    },
  },
  truncatedJson: {
    does: 'answers the first half of the body',
    source: 'assumed',
    act: (c, apply) => breakBody(c, apply, (text) => text.slice(0, text.length / 2)),
  },
  bom: {
    does: 'puts a byte order mark before the body',
    source: 'assumed',
    act: (c, apply) => breakBody(c, apply, (text) => `\u{FEFF}${text}`),
  },
  hugeBody: { does: 'puts 64 MiB of blanks before the body', source: 'assumed', act: flood },
  pressed: { does: 'answers a gigabyte of blanks, pressed into one megabyte', source: 'assumed', act: pressed },
  deepJson: {
    does: 'answers 100,000 lists, each in the one before',
    source: 'assumed',
    act: (c, apply) => breakBody(c, apply, () => '['.repeat(100_000) + ']'.repeat(100_000)),
  },
  drip: {
    does: 'answers the first half of the body, then a blank at a time, without end',
    source: 'assumed',
    act: drip,
  },
  providerMissing: {
    does: 'makes the token, but answers 200 without our provider',
    source: '2.3 [S8]; Readings 4',
    only: provides,
    act: (c, apply) =>
      breakBody(c, apply, (text) => {
        if (!text.includes('"dataProviders"')) return text; // another fault has answered
        const { dataProviders, ...rest } = JSON.parse(text);
        const { [ISSUE_PROVIDER]: _, ...others } = dataProviders;
        return JSON.stringify({ ...rest, dataProviders: { ...others, 'ms.vss-web.component-data': {} } });
      }),
  },
  providerMissingNotApplied: {
    does: 'makes no token, and answers 200 without our provider',
    source: '2.3 [S8]; Readings 4',
    only: provides,
    act: (c) => json(c, { dataProviderSharedData: {}, dataProviders: { 'ms.vss-web.component-data': {} } }),
  },
  policyRefused: {
    does: 'refuses creates and updates by a policy, in the form of each family',
    source: "6.2; the page provider's words are assumed",
    only: (request) => isCreate(request) || request.method === 'PUT',
    act: (c, apply, { error = 'FullScopePatPolicyViolation' }) => {
      c.set('refusal', error);
      return apply();
    },
  },
  identitySwitch: {
    does: 'gives every session to another user, from this request on',
    source: 'assumed: a sign-in in another tab',
    act: (c, apply, { userId }) => {
      const { users, sessions } = c.var.world;
      const other = users.find(({ id }) => id === userId) ?? users[1];
      if (other) sessions.giveAllTo(other);
      return apply();
    },
  },
  createdTwice: {
    does: 'makes two tokens and answers one, as when the browser sends a POST again',
    source: 'Readings 14',
    only: isCreate,
    act: (c, apply) => {
      c.set('twin', true);
      return apply();
    },
  },
  revokeIgnored: {
    does: 'answers a revoke as usual and revokes nothing',
    source: 'Readings 17',
    only: isRevoke,
    act: (c, apply) => {
      c.set('revokeIgnored', true);
      return apply();
    },
  },
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof table;

export const faultTable: Record<FaultName, Fault> = table;
