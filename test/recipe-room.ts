import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createServer, type DevServer } from '../dev-server/create-server';
import { DAY } from '../dev-server/dates';
import { createOnPremServer, type OnPremServer } from '../dev-server/onprem/create-onprem-server';
import { organizations, users } from '../dev-server/tenant';
import type { Place } from '../src/core/recipes/place';
import { connectProxy } from './connect-proxy';
import { type Asked, copied, type Outcome, paste } from './recipe-paste';
import { isThorough } from './thorough';

/** Also what cmd, NuGet, Maven and shells would look up. */
const collection = `O'Neill & Söhne 100% \${env.HOME} %HOME% íO_PAT é`;

export const fabrikam: Place = { kind: 'services', organization: 'fabrikam', domain: 'dev.azure.com' };

/** Each form of address that a token can be for. */
export const PLACES: [what: string, place: Place][] = [
  ['dev.azure.com', fabrikam],
  ['an older address', { kind: 'services', organization: 'fabrikam', domain: 'visualstudio.com' }],
  ['a server with a port', { kind: 'server', base: 'http://tfs.corp.example:8080/tfs', collection }],
  ['a server by its number', { kind: 'server', base: 'http://[2001:db8::1]:8080/tfs', collection }],
];

/**
 * For tools that take seconds to start: the last of several cases, which has most that can go wrong, or in a thorough run
 * each of them. What a recipe writes is held by golden texts beside it; a tool shows that it understands that.
 */
export const someOf = <T>(cases: readonly T[]): readonly T[] => (isThorough ? cases : cases.slice(-1));

/** Names in which each language of a snippet has something to trip over. */
export const ODD_NAMES = [
  `it's $5 & "more"`,
  'Größe 100% 日本語',
  '--flag -x',
  'back\\slash\\',
  '#hash; semi=colon',
  'wow! `tick` $(id)',
  '%PATH% %41 +plus íO_PAT é',
  `\${env.HOME} \${HOME} $HOME $(id) $env:HOME`,
  '‘single’ “double” „low“ «angled» \'plain\' "plain"',
  '{brace} [bracket] <angle> |',
];

/** For tools that take their time: all of it at once, after what only matters at an end of a name. */
export const FEW_ODD_NAMES = ['--flag -x', 'back\\slash\\', ODD_NAMES.join(' ')];

let services: DevServer;
let onPrem: OnPremServer;
let proxy: Awaited<ReturnType<typeof connectProxy>>;
let root: string;

/**
 * A person of whom the tools know nothing yet, before each test of the file, on a network where the real hosts are the
 * dev-servers.
 */
export const person = { home: '', env: {} as Record<string, string>, authority: '', proxyPort: 0 };

beforeAll(async () => {
  services = await createServer();
  onPrem = await createOnPremServer({ profile: 'ads2022', collections: [collection], switches: { signIn: 'ntlm' } });
  proxy = await connectProxy(services.port, onPrem.port);
  root = await mkdtemp(join(tmpdir(), 'patina-recipes-'));
  person.authority = join(root, 'authority.pem');
  person.proxyPort = proxy.port;
  await writeFile(person.authority, services.certificate);
});

afterAll(async () => {
  await Promise.all([proxy.close(), services.close(), onPrem.close()]);
  await rm(root, { recursive: true, force: true });
});

beforeEach(async () => {
  person.home = await mkdtemp(join(root, 'home-'));
  const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
  person.env = {
    PATH: process.env.PATH ?? '',
    HOME: person.home,
    LANG: 'C.UTF-8',
    ADO_PAT: 'looked-up', // what a name of a collection, percent-encoded, would be taken for
    ...Object.fromEntries(names.map((name) => [name, proxy.url])),
  };
});

export const inHome = (path: string) => join(person.home, path);
export const reading = (path: string) => readFile(inHome(path), 'utf8');

/** Types lines into a shell in the person's home. */
export const run = (...lines: string[]): Promise<Outcome> => paste(lines, { cwd: person.home, env: person.env });

/** Saves the copied file where the recipe says that it belongs, or rather in the home. */
export function save(path: string, id: string, asked: Omit<Asked, 'shell'>): Promise<void> {
  return writeFile(inHome(path), copied(id, { ...asked, shell: 'file' }));
}

const ledgerOf = (place: Place) => (place.kind === 'services' ? services : onPrem).ledger;

/** A token of that place, with days to live. */
export function mint(scope: string, place = fabrikam, days = 1): string {
  const target = place.kind === 'services' ? organizations.fabrikam : onPrem.collections[0];
  const targetAccounts = target ? [target.id] : [];
  const validTo = Date.now() + days * DAY;
  return ledgerOf(place).mint({ userId: users.normal.id, displayName: scope, scope, targetAccounts, validTo }).secret;
}

export function revoke(secret: string): void {
  const { ledger } = services;
  ledger.revoke(ledger.findBySecret(secret)?.token.authorizationId ?? '');
}

/** Tokens that must open nothing, made anew. A tool that takes seconds to start is tried with the last: what is refused is the server's doing. */
export const REFUSED: [what: string, make: () => string][] = [
  ['without the scope', () => mint('vso.work')],
  ['that is expired', () => mint('app_token', fabrikam, -1)],
  [
    'that is revoked',
    () => {
      const secret = mint('app_token');
      revoke(secret);
      return secret;
    },
  ],
];
