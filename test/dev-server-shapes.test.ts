import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DevServer, DevServerOptions } from '../dev-server/create-server';
import { createServer } from '../dev-server/create-server';
import { allows, knownScopes } from '../dev-server/scopes';
import type { SeedToken } from '../dev-server/seed';
import { seedToken, seedWith } from '../dev-server/seed';
import { AREAS, UNLISTED_AREAS } from '../src/core/scopes/catalogue';
import { FULL_ACCESS } from '../src/core/scopes/full-access';
import { includesScope } from '../src/core/scopes/reach';
import { ask } from './dev-server-client';

// Every sample's request is sent as it stands, and the answer is held to the sample's. So the dev-server cannot drift to
// what our own client happens to expect.

const Exchange = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown().optional(),
  bodyText: z.string().optional(),
});
const Reply = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown().optional(),
});
const many = <T extends z.ZodType>(schema: T) => z.union([z.array(schema), schema.transform((one) => [one])]);
const Sample = z.object({ _source: z.string(), request: many(Exchange), response: many(Reply) });

/** The documents call these optional, so either side may lack them. */
const optional = new Set(['.dataProviderSharedData', '.patTokenErrorMessage']);

/** Every path in a value with the JSON types found there; the elements of an array share one path. */
function shapeOf(value: unknown, path = '', shape = new Map<string, Set<string>>()): Map<string, Set<string>> {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (!optional.has(path)) shape.set(path, (shape.get(path) ?? new Set()).add(type));
  if (Array.isArray(value)) for (const element of value) shapeOf(element, `${path}[]`, shape);
  else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) shapeOf(inner, `${path}.${key}`, shape);
  return shape;
}

function expectShape(actual: unknown, sample: unknown): void {
  const wanted = shapeOf(sample);
  const got = shapeOf(actual);
  expect([...got.keys()].filter((path) => !optional.has(path)).sort()).toEqual([...wanted.keys()].sort());
  for (const [path, types] of got)
    expect([...(wanted.get(path) ?? [])], path).toEqual(expect.arrayContaining([...types]));
}

/** Rows with the ids that the samples name. */
const row = (id: string, name: string, validFrom: string, validTo: string, more = {}): SeedToken => ({
  token: seedToken(name, { authorizationId: id, validFrom, validTo, ...more }),
});
const workToken = 'eabb38b2-48ef-440b-959b-b9e6cb37a64e';
const pats = [
  row(
    '4c60c9ed-a378-4883-af16-d655ca025b11',
    'all_access_token',
    '2020-10-24T03:04:57.52Z',
    '2020-11-23T04:04:38.52Z',
    {
      targetAccounts: null,
    },
  ),
  row(workToken, 'work_token', '2020-10-24T03:04:19.14Z', '2020-11-23T04:03:55.80Z'),
  row('3d3aca0c-9ad3-4b07-8334-08ec8b1ddc32', 'analytics_token', '2020-10-29T17:26:46.72Z', '2020-12-01T23:46:23.32Z'),
  row('cf42cc9f-f170-4375-92ba-c13d58a6545f', 'unwanted', '2020-10-29T17:26:46.72Z', '2020-12-01T23:46:23.32Z'),
];
const sessionTokens = [
  row('952858d3-7084-4635-964e-3c2a57645185', 'ci-build', '2026-02-01T08:00:00.123Z', '2026-09-01T00:00:00Z'),
  row('7be2d7a3-3a0e-4d39-8f52-51c3f4be2d0c', 'everything', '2025-12-02T10:11:12Z', '2026-12-01T00:00:00Z', {
    targetAccounts: null,
  }),
  row('c2e0abd5-85a8-40b0-a179-88e98538ec7c', 'c', '2018-07-19T00:00:00', '2018-07-19T00:00:00', { displayName: null }),
  row('e1bd9361-1120-4227-a258-da80545884b9', 'old-laptop', '2026-01-01T00:00:00Z', '2026-12-01T00:00:00Z', {
    isValid: false,
  }),
];

type Arrangement = Omit<DevServerOptions, 'now'> & { at: string; signedIn?: false };
const open = { switches: { patsMode: 'open' } } as const;
const refused = (error: string) => ({ faults: { policyRefused: { error } } });

/** What must hold for each sample to be the answer. */
const arrangements: Record<string, Arrangement> = {
  '01-pats-list-success': { at: '2020-11-03', ...open },
  '02-pats-list-paged': { at: '2020-11-03', ...open },
  '03-pats-get-success': { at: '2020-11-03', ...open },
  '04-pats-create-success': { at: '2020-11-03', ...open },
  '05-pats-create-error-full-scope': { at: '2026-08-01', ...open, ...refused('FullScopePatPolicyViolation') },
  '06-pats-create-error-global-blocked': { at: '2026-08-01', ...open },
  '07-pats-create-error-org-policy': { at: '2026-08-01', ...open, ...refused('DisablePatCreationPolicyViolation') },
  '08-pats-update-success': { at: '2020-11-03', ...open },
  '09-pats-update-error-expired': { at: '2026-08-01', ...open },
  '10-pats-revoke-success': { at: '2020-11-03', ...open },
  '11-pats-refused-not-entra': { at: '2026-08-01' },
  '12-hierarchyquery-create-success': { at: '2026-07-23' },
  '14-hierarchyquery-create-policy-refused': { at: '2026-07-23', ...refused('FullScopePatPolicyViolation') },
  '16-hierarchyquery-my-organizations': { at: '2026-08-01' },
  // The sample's own time stamp is older than its rows, so it cannot have hidden any.
  '17-sessiontokens-list-paged': { at: '2026-08-01', switches: { hidesRowsAfterTimeStamp: false } },
  '19-sessiontokens-create-compact': { at: '2026-08-01' },
  '20-sessiontokens-create-error-policy': { at: '2026-08-01', ...refused('FullScopePatPolicyViolation') },
  '21-sessiontokens-revoke-success': { at: '2026-08-01' },
  '22-signedout-302': { at: '2026-08-01', signedIn: false },
  '23-signedout-203-html': { at: '2026-08-01', faults: { signedOut203: {} } },
  '25-notmember-401': { at: '2026-08-01', signedIn: false },
  '27-throttled-429': { at: '2026-08-01', faults: { throttled429: {} } },
  '28-connectiondata-signed-in': { at: '2026-08-01' },
  '32-bad-json-400': { at: '2026-08-01', ...open },
};

/** Not spoken: a host that the extension never asks, and a sequence of calls that others cover. */
const unspoken = ['30-profile-and-accounts', '31-regenerate-sequence'];

/** The continuation token is opaque, so the one in the sample gives way to this server's own. */
function continuationOf(body: unknown): string {
  return z.object({ continuationToken: z.string() }).safeParse(body).data?.continuationToken ?? '';
}

let server: DevServer | undefined;
afterEach(() => server?.close());

test('every sample is either spoken or named as unspoken', () => {
  const files = readdirSync('test/samples').map((file) => file.replace('.json', ''));
  expect(files.sort()).toEqual([...Object.keys(arrangements), ...unspoken].sort());
});

describe.each(Object.entries(arrangements))('%s', (name, { at, signedIn, ...options }) => {
  test('has the shape of the sample', async () => {
    const sample = Sample.parse(JSON.parse(readFileSync(`test/samples/${name}.json`, 'utf8')));
    const tokens = name.includes('sessiontokens') ? sessionTokens : pats;
    const seed = { ...seedWith(0, 0), tokens };
    server = await createServer({ ...options, seed, now: () => Date.parse(at) });
    const cookie = signedIn === false ? {} : { Cookie: server.signIn() };

    let before: unknown;
    for (const [index, { url, headers, ...exchange }] of sample.request.entries()) {
      const { Authorization: _, ...rest } = headers;
      const address = url.replace(/(?<=continuationToken=)[^&]+/, encodeURIComponent(continuationOf(before)));
      const {
        status,
        headers: answered,
        body,
      } = await ask(server, address, { ...exchange, headers: { ...rest, ...cookie } });
      before = body;
      const reply = sample.response[index];
      expect(status).toBe(reply?.status);
      for (const header of Object.keys(reply?.headers ?? {})) expect(answered).toHaveProperty(header.toLowerCase());
      expect(answered['content-type']).toBe(reply?.headers['Content-Type']);
      if (reply?.body) expectShape(body, reply.body);
    }
  });
});

// The extension and the dev-server have read services.md section 7 each for itself. What only one of them has is named here.
describe('scopes', () => {
  const idsIn = (areas: typeof AREAS) => areas.flatMap(({ levels }) => levels.map(({ scope }) => scope));
  const ours = [FULL_ACCESS, ...idsIn(AREAS), ...idsIn(UNLISTED_AREAS)];
  /** Of servers only, and of Microsoft Entra only: no token of the cloud that the dev-server plays has them. */
  const elsewhere = ['vso.chat_write', 'vso.chat_manage', 'vso.pats', 'vso.pats_manage'];

  test('are the same in both readings', () => {
    expect([...knownScopes].sort()).toEqual(ours.filter((id) => !elsewhere.includes(id)).sort());
    expect(idsIn(AREAS).filter((id) => elsewhere.includes(id))).toEqual([]);
  });

  test.each([
    ['fetch', 'vso.code'],
    ['push', 'vso.code_write'],
    ['restore', 'vso.packaging'],
    ['publish', 'vso.packaging_write'],
  ] as const)('let the same tokens %s', (deed, wanted) => {
    const agreed = ours.filter((id) => allows(id, deed));
    expect(ours.filter((id) => includesScope([id], wanted))).toEqual(agreed);
  });
});
