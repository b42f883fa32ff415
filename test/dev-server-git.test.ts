import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DevServer } from '../dev-server/create-server';
import { createServer } from '../dev-server/create-server';
import { DAY } from '../dev-server/dates';

const fabrikam = '38aaa865-2c70-4bf7-a308-0c6539c38c1a';
const contoso = '6affcbef-fe5d-44c6-8a29-439b79aaa118';
const userId = 'bb5bb6c8-ef0a-400f-8987-92b3674d2043';
const run = promisify(execFile);

let server: DevServer;
let home: string;
let work: string;

beforeAll(async () => {
  server = await createServer();
  home = await mkdtemp(join(tmpdir(), 'patina-git-test-'));
  await writeFile(join(home, 'authority.pem'), server.certificate);
});
afterAll(async () => {
  await server.close();
  await rm(home, { recursive: true, force: true });
});
beforeEach(async () => {
  work = await mkdtemp(join(home, 'work-'));
});

const remote = () => `https://dev.azure.com:${server.port}/fabrikam/tools/_git/demo`;

/** The real git, with nobody's settings. The token goes through the environment, so no process list shows it. */
function git(token: string, ...args: string[]): Promise<{ stdout: string }> {
  const settings = {
    'http.curloptResolve': `dev.azure.com:${server.port}:127.0.0.1`,
    'http.sslCAInfo': join(home, 'authority.pem'),
    'credential.helper': '!f() { echo username=pat; echo "password=$PATINA_TOKEN"; }; f',
    'user.name': 'Normal Paulk',
    'user.email': 'normal@fabrikam.example',
  };
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    PATINA_TOKEN: token,
  };
  return run('git', [...pairs, ...args], { cwd: work, env });
}

function tokenFor(scope: string, targetAccounts = [fabrikam], days = 1): string {
  return server.ledger.mint({ userId, displayName: scope, scope, targetAccounts, validTo: Date.now() + days * DAY })
    .secret;
}

test('a token that may read clones and fetches, and may not push', async () => {
  const reader = tokenFor('vso.code');
  await git(reader, 'clone', '--quiet', remote(), '.');
  expect(await readFile(join(work, 'hello.txt'), 'utf8')).toBe('hello\n');
  await git(reader, 'fetch', '--quiet');
  await git(reader, 'commit', '--quiet', '--allow-empty', '--message', 'Nothing');
  await expect(git(reader, 'push', '--quiet')).rejects.toThrow('403');
});

test('a token that may write pushes, also more than git sends in one piece', async () => {
  const writer = tokenFor('vso.packaging vso.code_write');
  await git(writer, 'clone', '--quiet', remote(), '.');
  await writeFile(join(work, 'large.bin'), randomBytes(2 ** 21));
  await git(writer, 'add', '.');
  await git(writer, 'commit', '--quiet', '--message', 'Add something large');
  await git(writer, 'push', '--quiet');
  const { stdout } = await git(writer, 'ls-remote', remote(), 'main');
  expect(stdout).toContain((await git(writer, 'rev-parse', 'HEAD')).stdout.trim());
});

test.each([
  ['of another organization', () => tokenFor('vso.code', [contoso]), 'Authentication failed'],
  ['that is expired', () => tokenFor('vso.code', [fabrikam], -1), 'Authentication failed'],
  ['that is unknown', () => 'nonsense', 'Authentication failed'],
  ['without a scope for code', () => tokenFor('vso.packaging'), '403'],
  ['for the status of commits only', () => tokenFor('vso.code_status'), '403'],
])('a token %s is refused', async (_, secret, text) => {
  await expect(git(secret(), 'ls-remote', remote())).rejects.toThrow(text);
});

test('a revoked token is refused from then on', async () => {
  const secret = tokenFor('app_token');
  await git(secret, 'ls-remote', remote());
  server.ledger.revoke(server.ledger.findBySecret(secret)?.token.authorizationId ?? '');
  await expect(git(secret, 'ls-remote', remote())).rejects.toThrow('Authentication failed');
});
