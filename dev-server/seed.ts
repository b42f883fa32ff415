import { createHash } from 'node:crypto';
import { DAY, sqlDateTime } from './dates';
import type { Organization, User } from './tenant';
import { organizations, users } from './tenant';
import type { LedgerEntry, SessionToken } from './tokens';

export type SeedToken = { token: SessionToken; madeBy?: LedgerEntry['madeBy'] };

export type Seed = { users: User[]; organizations: Organization[]; tokens: SeedToken[] };

const { normal, raisa } = users;
const { fabrikam, contoso, northwind } = organizations;

function idOf(name: string): string {
  const hex = createHash('sha256').update(`patina ${name}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** A whole row from the parts that matter; the rest is what the service would put there. */
export function seedToken(name: string, parts: Partial<SessionToken>): SessionToken {
  return {
    clientId: '00000000-0000-0000-0000-000000000000',
    accessId: idOf(`${name} access`),
    authorizationId: idOf(name),
    hostAuthorizationId: '00000000-0000-0000-0000-000000000000',
    userId: normal.id,
    validFrom: '2026-01-01T00:00:00Z',
    validTo: '2026-12-01T00:00:00Z',
    displayName: name,
    scope: 'vso.code',
    targetAccounts: [fabrikam.id],
    token: null,
    alternateToken: null,
    isValid: true,
    isPublic: false,
    publicData: null,
    source: null,
    claims: null,
    ...parts,
  };
}

/** One of each kind that a reader must cope with. */
function notable(now: number): SeedToken[] {
  const lasting = (fromDays: number, toDays: number) => ({
    validFrom: sqlDateTime(now + fromDays * DAY),
    validTo: sqlDateTime(now + toDays * DAY),
  });
  const laptop = 'Git: https://dev.azure.com/fabrikam/ on NORMAL-LAPTOP';
  const artifacts = 'Azure DevOps Artifacts Credential Provider';
  const contosoOnly = { targetAccounts: [contoso.id] };
  const page: [name: string, parts: Partial<SessionToken>][] = [
    ['ci-build', { scope: 'vso.build_execute vso.code', ...lasting(-100, 200) }],
    ['git on the laptop', { scope: 'vso.code_write', ...lasting(-87, 3) }],
    ['npm restore', { scope: 'vso.packaging', ...lasting(-40, -10) }],
    ['old laptop', { scope: 'vso.code_full', ...lasting(-60, 120), isValid: false }],
    ['everything', { scope: 'app_token', ...lasting(-300, 60), targetAccounts: null }],
    ['contoso deploy', { scope: 'vso.release_manage', ...lasting(-20, 70), ...contosoOnly }],
    ['nameless', { displayName: null, validFrom: '2018-07-19T00:00:00', validTo: '2019-07-19T00:00:00' }],
    ['build agent', { scope: 'vso.agentpools_manage', ...lasting(-6.5, 0.5) }],
    ['full access', { scope: 'app_token', ...lasting(-1, 29) }],
    ['<b>“Größe” & 日本語</b>', { scope: 'vso.work_write vso.wiki', ...lasting(-10, 80) }],
  ];
  const tool: typeof page = [
    [laptop, { scope: 'vso.code_write vso.packaging', ...lasting(-5, 85) }],
    [artifacts, { scope: 'vso.packaging_write vso.drop_write', ...lasting(-2, 5) }],
  ];
  return [
    ...page.map(([name, parts]): SeedToken => ({ token: seedToken(name, parts) })),
    ...tool.map(([name, parts]): SeedToken => ({ token: seedToken(name, parts), madeBy: 'tool' })),
  ];
}

const deeds = ['build', 'deploy', 'restore', 'report', 'mirror'];
const scopes = [
  'vso.code',
  'vso.build_execute vso.code',
  'vso.packaging',
  'vso.work',
  'vso.code_write vso.packaging_write',
];

function ordinary(index: number, now: number): SeedToken {
  const name = `${deeds[index % deeds.length]}-${String(index).padStart(3, '0')}`;
  const validTo = now + (((index * 37) % 380) - 20) * DAY;
  return {
    token: seedToken(name, {
      scope: scopes[index % scopes.length] ?? 'vso.code',
      targetAccounts: [index % 7 === 0 ? contoso.id : fabrikam.id],
      validFrom: sqlDateTime(Math.min(now, validTo) - (1 + (index % 30)) * DAY),
      validTo: sqlDateTime(validTo),
      isValid: index % 11 !== 0,
    }),
  };
}

/** `count` tokens of Normal Paulk's: first one of each notable kind (twelve), then ordinary ones. The same for the same `now`. */
export function seedTokens(count: number, now: number): SeedToken[] {
  const first = notable(now).slice(0, count);
  return [...first, ...Array.from({ length: count - first.length }, (_, index) => ordinary(index + first.length, now))];
}

/** Two users, three organizations (Normal Paulk is not in northwind), `count` tokens, and beside them an SSH key and a token of Raisa's. */
export function seedWith(count: number, now: number): Seed {
  const key = { isPublic: true, publicData: 'ssh-ed25519 not-a-real-key normal@laptop', scope: 'app_token' };
  const hers = { userId: raisa.id, targetAccounts: [contoso.id, northwind.id], validTo: sqlDateTime(now + 90 * DAY) };
  return {
    users: [normal, raisa],
    organizations: [fabrikam, contoso, northwind],
    tokens: [
      ...seedTokens(count, now),
      { token: seedToken('laptop ssh key', { ...key, validTo: sqlDateTime(now + 300 * DAY) }) },
      { token: seedToken('raisa', hers) },
    ],
  };
}
