import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DevServer } from '../dev-server/create-server';
import { createServer } from '../dev-server/create-server';
import { DAY } from '../dev-server/dates';
import { bashQuoted } from '../src/core/quoting';
import { recipesFor } from '../src/core/recipe';
import type { FieldId } from '../src/core/recipes/fields';
import type { Place } from '../src/core/recipes/shape';
import { connectProxy } from './connect-proxy';
import { ask } from './dev-server-client';
import { copied, isInstalled, paste } from './recipe-paste';

const fabrikam: Place = { kind: 'services', organization: 'fabrikam' };
const feed = { feed: "R&D's feed", feedProject: 'Größe 100%' };
const repository = { project: "it's $5 & more", repository: 'demo' };
const userId = 'bb5bb6c8-ef0a-400f-8987-92b3674d2043';
const fabrikamId = '38aaa865-2c70-4bf7-a308-0c6539c38c1a';

let server: DevServer;
let proxy: Awaited<ReturnType<typeof connectProxy>>;
let authority: string;
let root: string;
let home: string;
let env: Record<string, string>;

beforeAll(async () => {
  server = await createServer();
  proxy = await connectProxy(server.port);
  root = await mkdtemp(join(tmpdir(), 'patina-recipes-'));
  authority = join(root, 'authority.pem');
  await writeFile(authority, server.certificate);
});
afterAll(async () => {
  await proxy.close();
  await server.close();
  await rm(root, { recursive: true, force: true });
});
/** A person of whom the tools know nothing yet, on a network where the real hosts are the dev-server. */
beforeEach(async () => {
  home = await mkdtemp(join(root, 'home-'));
  env = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    LANG: 'C.UTF-8',
    HTTPS_PROXY: proxy.url,
    https_proxy: proxy.url,
    GIT_SSL_CAINFO: authority,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    CURL_CA_BUNDLE: authority,
    npm_config_cafile: authority,
  };
});

function mint(scope: string, days = 1): string {
  const validTo = Date.now() + days * DAY;
  return server.ledger.mint({ userId, displayName: scope, scope, targetAccounts: [fabrikamId], validTo }).secret;
}

function revoke(secret: string): void {
  server.ledger.revoke(server.ledger.findBySecret(secret)?.token.authorizationId ?? '');
}

const run = (...lines: string[]) => paste(lines, { cwd: home, env });

/** Tokens that must open nothing, made anew. */
const refused: [what: string, make: () => string][] = [
  ['without the scope', () => mint('vso.work')],
  ['that is expired', () => mint('app_token', -1)],
  [
    'that is revoked',
    () => {
      const secret = mint('app_token');
      revoke(secret);
      return secret;
    },
  ],
];

test.skipIf(!isInstalled('bash'))('bash reads back whatever was quoted (skipped without bash)', async () => {
  const unit = fc.oneof(
    fc.constantFrom("'", '"', '`', '$', '\\', '!', '%', '&', ' ', '\n', '\r', 'é', '😀'),
    fc.string(),
  );
  const texts = fc.sample(fc.string({ unit, maxLength: 12 }), 400).map((text) => text.replaceAll('\0', ''));
  const { stdout } = await run(...texts.map((text) => `printf '%s\\0' ${bashQuoted(text)}`));
  expect(stdout.split('\0').slice(0, -1)).toEqual(texts);
  const script = texts.map((text) => `printf '%s\\0' ${bashQuoted(text)}`).join('\n');
  const once = execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8', env });
  expect(once.split('\0').slice(0, -1)).toEqual(texts);
});

describe('what a process list would show', () => {
  const odd: Record<FieldId, string> = {
    agent: `O'Brien "x" $HOME`,
    api: `_apis/x?a='b c'`,
    deploymentGroup: 'a & b %PATH% `id`',
    feed: "R&D's $feed",
    feedProject: '日本語',
    image: 'agent:1',
    npmScope: '',
    package: 'probe[x]>=1; $(id)',
    pool: '\\back\\slash !',
    project: 'Größe & "more"',
    repository: 'it`s',
  };
  const places: Place[] = [
    { kind: 'services', organization: 'fabrikam' },
    { kind: 'server', base: 'http://tfs.example:8080/tfs', collection: `Über's "Coll" $x` },
  ];
  const cases = places.flatMap((place) =>
    recipesFor([], place)
      .filter(({ write }) => write.bash)
      .map(({ id }) => [id, place.kind, place] as const),
  );

  const TOOLS = ['git', 'dotnet', 'pip', 'twine', 'az', 'tfx', 'docker', 'curl'];

  /** Puts a tool of that name in the person's way; it writes its arguments down. */
  async function stub(path: string): Promise<void> {
    await writeFile(path, `#!/bin/bash\nprintf '%s\\0' "\${0##*/}" "$@" >> "$HOME/arguments"\ncat > /dev/null\n`);
    await chmod(path, 0o755);
  }

  test.each(cases)('%s on %s: the names whole, and never the token', async (id, _, place) => {
    mkdirSync(join(home, 'bin'));
    for (const tool of TOOLS) await stub(join(home, 'bin', tool));
    await stub(join(home, 'config.sh'));
    await writeFile(join(home, 'arguments'), '');
    const secret = mint('app_token');
    env = { ...env, PATH: `${join(home, 'bin')}:${env.PATH}` };
    const text = copied(id, { place, fields: odd, shell: 'bash' });
    const asks = text.includes('read -rs');
    const { stderr } = await run(text, ...(asks ? [secret] : []));
    expect(stderr.replace('Token: ', '').trim()).toBe('');
    const seen = await readFile(join(home, 'arguments'), 'utf8');
    expect(seen).not.toContain(secret);
    expect(text).not.toContain(secret);
    const args = seen.split('\0');
    const value = (name: string) => args[args.indexOf(name) + 1];
    if (id === 'agent') expect([value('--pool'), value('--agent')]).toEqual([odd.pool, odd.agent]);
    if (id === 'agent-docker') expect(args).toEqual(expect.arrayContaining([`AZP_POOL=${odd.pool}`, 'agent:1']));
    if (id === 'agent-deployment-group') {
      expect([value('--projectname'), value('--deploymentgroupname')]).toEqual([odd.project, odd.deploymentGroup]);
      if (place.kind === 'server') expect(value('--collectionname')).toBe(place.collection);
    }
    if (id === 'pip') expect(args).toContain(odd.package);
    if (id === 'nuget-push') expect(value('push')).toBe(odd.package);
  });
});

describe('git', () => {
  const cloned = () => readFile(join(home, 'demo', 'hello.txt'), 'utf8');

  test.each([
    ['git-helper', 'store'],
    ['git-helper', 'cache --timeout=5'],
  ])('%s with "%s": stored, cloned, found again by fetch, and forgotten', async (id, helper) => {
    env = { ...env, XDG_CACHE_HOME: home };
    await run(`git config --global credential.helper '${helper}'`);
    const text = copied(id, { place: fabrikam, fields: repository, shell: 'bash' });
    const { stderr } = await run(text, mint('vso.code'), 'cd demo && git fetch && echo "fetch: $?" >&2');
    expect(await cloned()).toBe('hello\n');
    expect(stderr).toContain('fetch: 0');
    const after = await run(copied('git-forget', { place: fabrikam, shell: 'bash' }), 'cd demo', 'git fetch');
    expect(after.code).not.toBe(0);
    await run('git credential-cache exit');
  });

  test('git-helper on a server with a port: stored under host and port', async () => {
    const place: Place = { kind: 'server', base: 'https://tfs.example:8080/tfs', collection: 'A B' };
    await run('git config --global credential.helper store');
    await run(copied('git-helper', { place, shell: 'bash' }), 'x+/y');
    expect(await readFile(join(home, '.git-credentials'), 'utf8')).toBe('https://pat:x%2b%2fy@tfs.example%3a8080\n');
    await run(copied('git-forget', { place, shell: 'bash' }));
    expect(await readFile(join(home, '.git-credentials'), 'utf8')).toBe('');
  });

  test('git-gcm tells the helper the organization as the path', async () => {
    await run(`git config --global credential.helper '!f() { cat >> "$HOME/told"; }; f'`);
    await run(copied('git-gcm', { place: fabrikam, shell: 'bash' }), 'sesame');
    const told = (await readFile(join(home, 'told'), 'utf8')).split('\n');
    expect(told).toEqual(
      expect.arrayContaining(['host=dev.azure.com', 'path=fabrikam', 'username=fabrikam', 'password=sesame']),
    );
  });

  test('git-once clones, and leaves no token behind', async () => {
    const secret = mint('vso.code_write');
    const text = copied('git-once', { place: fabrikam, fields: repository, shell: 'bash' });
    const { stdout } = await run(text, secret, 'echo "left: $PAT$GIT_AUTH"', 'cat demo/.git/config');
    expect(await cloned()).toBe('hello\n');
    expect(stdout).toContain('left: \n');
    expect(stdout).not.toContain(Buffer.from(`pat:${secret}`).toString('base64'));
    expect(stdout).not.toContain(secret);
  });

  test.each(refused)('git-once is refused with a token %s', async (_, make) => {
    const text = copied('git-once', { place: fabrikam, fields: repository, shell: 'bash' });
    expect((await run(text, make())).code).not.toBe(0);
    await expect(cloned()).rejects.toThrow('ENOENT');
  });

  test('.netrc clones', async () => {
    await writeFile(
      join(home, '.netrc'),
      copied('netrc', { place: fabrikam, shell: 'file', secret: mint('vso.code') }),
    );
    await run('git clone --quiet https://dev.azure.com/fabrikam/tools/_git/demo');
    expect(await cloned()).toBe('hello\n');
  });
});

describe.skipIf(!isInstalled('curl'))('curl (skipped where it is not installed)', () => {
  test('asks who it is', async () => {
    const { stdout } = await run(copied('curl', { place: fabrikam, shell: 'bash' }), mint('vso.work'));
    expect(JSON.parse(stdout).authenticatedUser.providerDisplayName).toBe('Normal Paulk');
  });

  test('is refused with a token that is revoked', async () => {
    const secret = mint('vso.work');
    revoke(secret);
    const { stdout } = await run(copied('curl', { place: fabrikam, shell: 'bash' }), secret);
    expect(stdout).not.toContain('Normal Paulk');
  });
});

describe('npm', () => {
  const install = 'npm install --no-audit --no-fund --loglevel=error patina-probe';
  const use = `node -p "require('patina-probe')"`;

  test('.npmrc and a variable', async () => {
    await writeFile(join(home, '.npmrc'), copied('npm', { place: fabrikam, fields: feed, shell: 'file' }));
    const text = copied('npm', { place: fabrikam, fields: feed, shell: 'bash' });
    const { stdout, stderr } = await run('cd "$HOME"', text, mint('vso.packaging'), install, use);
    expect([stdout, stderr]).toEqual([expect.stringContaining('npm\n'), expect.not.stringContaining('ERR')]);
  });

  test.each([
    ['a feed of a project', feed],
    ['a feed of the organization', { feed: 'tools' }],
  ])('token in .npmrc, %s', async (_, fields) => {
    const file = copied('npm-user', { place: fabrikam, fields, shell: 'file', secret: mint('vso.packaging_write') });
    await writeFile(join(home, '.npmrc'), file);
    expect((await run(install, use)).stdout).toContain('npm\n');
  });

  test.each(refused)('is refused with a token %s', async (_, make) => {
    const file = copied('npm-user', { place: fabrikam, fields: feed, shell: 'file', secret: make() });
    await writeFile(join(home, '.npmrc'), file);
    const { code, stderr } = await run(install);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/E40[13]/)]);
  });
});

describe.skipIf(!isInstalled('pip'))('pip (skipped where it is not installed)', () => {
  const fields = { ...feed, package: 'patina-probe==1.0.0' };
  const use = `python3 -c 'import sys; sys.path.insert(0, "packages"); import patina_probe; print(patina_probe.FEED)'`;
  beforeEach(() => {
    env = {
      ...env,
      ...(process.env.PYENV_ROOT && { PYENV_ROOT: process.env.PYENV_ROOT }),
      PIP_CONFIG_FILE: devNull,
      PIP_CERT: authority,
      PIP_TARGET: join(home, 'packages'),
      PIP_DISABLE_PIP_VERSION_CHECK: '1',
      PIP_NO_CACHE_DIR: '1',
      PIP_NO_INPUT: '1',
    };
  });

  test('one command', async () => {
    const { stdout, stderr } = await run(
      copied('pip', { place: fabrikam, fields, shell: 'bash' }),
      mint('vso.packaging'),
      use,
    );
    expect([stdout, stderr]).toEqual([expect.stringContaining('pypi\n'), expect.not.stringContaining('ERROR')]);
  });

  test('token in pip.conf', async () => {
    const PIP_CONFIG_FILE = join(home, 'pip.conf');
    const secret = mint('vso.packaging');
    await writeFile(PIP_CONFIG_FILE, copied('pip-config', { place: fabrikam, fields, shell: 'file', secret }));
    env = { ...env, PIP_CONFIG_FILE };
    const { stdout, stderr } = await run('pip install patina-probe', use);
    expect(stdout).toContain('pypi\n');
    expect(stdout + stderr).not.toContain(secret);
  });

  test.each(refused)('is refused with a token %s', async (_, make) => {
    const { stdout, code } = await run(copied('pip', { place: fabrikam, fields, shell: 'bash' }), make());
    expect([stdout, code]).toEqual([expect.not.stringContaining('Successfully'), 1]);
  });
});

const hasMaven = isInstalled('mvn') && isInstalled('keytool');
describe.skipIf(!hasMaven)('Maven (skipped where mvn or keytool is not installed)', () => {
  const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>com.fabrikam</groupId><artifactId>patina-probe</artifactId><version>1.0.0</version><relativePath/></parent>
  <artifactId>child</artifactId>
  <packaging>pom</packaging>
</project>
`;
  const validate = 'mvn --batch-mode --quiet --settings settings.xml validate';
  let trust: string;
  beforeAll(() => {
    trust = join(root, 'trust.p12');
    const store = ['-keystore', trust, '-storetype', 'PKCS12', '-storepass', 'changeit'];
    execFileSync('keytool', ['-importcert', '-noprompt', '-alias', 'dev', '-file', authority, ...store], {
      stdio: 'pipe',
    });
  });
  beforeEach(async () => {
    await writeFile(join(home, 'pom.xml'), pom);
    const properties = {
      'user.home': home,
      'https.proxyHost': '127.0.0.1',
      'https.proxyPort': `${proxy.port}`,
      'javax.net.ssl.trustStore': trust,
      'javax.net.ssl.trustStorePassword': 'changeit',
    };
    env = {
      ...env,
      MAVEN_OPTS: Object.entries(properties)
        .map(([name, value]) => `-D${name}=${value}`)
        .join(' '),
    };
  });

  test('settings.xml and a variable: the parent comes from the feed', { timeout: 60_000 }, async () => {
    await writeFile(join(home, 'settings.xml'), copied('maven', { place: fabrikam, fields: feed, shell: 'file' }));
    const text = copied('maven', { place: fabrikam, fields: feed, shell: 'bash' });
    const { stdout, code } = await run(text, mint('vso.packaging'), validate);
    expect([stdout, code]).toEqual([expect.not.stringContaining('ERROR'), 0]);
  });

  const cases: [what: string, make: () => string, output: RegExp][] = [
    ['that may restore', () => mint('vso.packaging'), /^(?!.*ERROR)/s],
    ...refused.map(([what, make]): [string, () => string, RegExp] => [what, make, /ERROR.*40[13]/s]),
  ];
  test.each(cases)('token in settings.xml: one %s', { timeout: 60_000 }, async (_, make, output) => {
    const file = copied('maven-plain', { place: fabrikam, fields: feed, shell: 'file', secret: make() });
    await writeFile(join(home, 'settings.xml'), file);
    const { stdout } = await run(validate);
    expect(stdout).toMatch(output);
  });
});

describe('the NuGet feed, which no tool is here for', () => {
  const index = 'https://pkgs.dev.azure.com/fabrikam/web%20site/_packaging/tools/nuget/v3/index.json';
  const basic = (secret: string) => ({ headers: { Authorization: `Basic ${btoa(`any:${secret}`)}` } });

  test('leads from its index to the package', async () => {
    const allowed = basic(mint('vso.packaging'));
    const [flat] = JSON.parse((await ask(server, index, allowed)).text).resources;
    expect(flat['@type']).toBe('PackageBaseAddress/3.0.0');
    const versions = await ask(server, `${flat['@id']}patina.probe/index.json`, allowed);
    expect(versions.body).toEqual({ versions: ['1.0.0'] });
    const archive = await ask(server, `${flat['@id']}patina.probe/1.0.0/patina.probe.1.0.0.nupkg`, allowed);
    expect(archive.text.slice(0, 2)).toBe('PK');
  });

  test.each(refused)('is closed to a token %s', async (_, make) => {
    expect([401, 403]).toContain((await ask(server, index, basic(make()))).status);
  });

  test('is closed to a session', async () => {
    expect((await ask(server, index, { headers: { Cookie: server.signIn() } })).status).toBe(401);
  });
});

describe.skipIf(!isInstalled('pwsh'))('PowerShell (skipped where pwsh is not installed)', () => {
  test.each(
    recipesFor([], fabrikam)
      .filter(({ write }) => write.powershell)
      .map(({ id }) => [id]),
  )('%s is PowerShell', (id) => {
    const fields = {
      ...repository,
      ...feed,
      pool: '‘p’',
      agent: "a'b",
      image: 'i',
      package: 'p',
      deploymentGroup: 'g',
    };
    const text = copied(id, { place: fabrikam, fields, shell: 'powershell' });
    execFileSync('pwsh', ['-NoProfile', '-Command', '$null = [ScriptBlock]::Create($env:TEXT)'], {
      env: { ...env, TEXT: text },
    });
  });
});
