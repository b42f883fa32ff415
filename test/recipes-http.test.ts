import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { copied, isInstalled, SESAME } from './recipe-paste';
import { fabrikam, inHome, mint, PLACES, person, reading, revoke, run, save } from './recipe-room';

beforeEach(() => {
  person.env.CURL_CA_BUNDLE = person.authority;
});

describe.skipIf(!isInstalled('curl'))('curl (skipped where it is not installed)', () => {
  test.each(PLACES)('asks who it is, %s', async (_, place) => {
    const { stdout } = await run(copied('curl', { place, shell: 'bash' }), mint('vso.work', place));
    expect(JSON.parse(stdout).authenticatedUser.providerDisplayName).toBe('Normal Paulk');
  });

  test.each([
    ['_apis/connectionData?x=[1-3]{a,b}', 'ranges'],
    ["/_apis/connectionData?it's=$HOME&more=`id`", 'a shell'],
    ['_apis/connectionData?größe=100% "x"#y', 'an address'],
  ])('asks for %s, in which %s would see more', async (api) => {
    const { stdout } = await run(copied('curl', { place: fabrikam, fields: { api }, shell: 'bash' }), mint('vso.work'));
    expect(JSON.parse(stdout).authenticatedUser.providerDisplayName).toBe('Normal Paulk');
  });

  test('is refused with a token that is revoked', async () => {
    const secret = mint('vso.work');
    revoke(secret);
    const { stdout } = await run(copied('curl', { place: fabrikam, shell: 'bash' }), secret);
    expect(stdout).not.toContain('Normal Paulk');
  });

  test.each(PLACES)('.netrc, %s', async (_, place) => {
    await save('.netrc', 'netrc', { place, secret: mint('vso.work', place) });
    const url = /'(http[^']*)'/.exec(copied('curl', { place, shell: 'bash' }))?.[1];
    const { stdout } = await run(`curl --silent --netrc '${url}'`);
    expect(stdout).toContain('Normal Paulk');
  });
});

describe('.env', () => {
  const expected = (url: string, secret: string) => ({
    AZDO_ORG_SERVICE_URL: url,
    AZDO_PERSONAL_ACCESS_TOKEN: secret,
    AZURE_DEVOPS_EXT_PAT: secret,
  });
  const collection = 'O%27Neill%20%26%20S%C3%B6hne%20100%25%20%24%7Benv.HOME%7D%20%25HOME%25%20%C3%ADO_PAT%20%C3%A9';
  const urls = [
    'https://dev.azure.com/fabrikam',
    'https://fabrikam.visualstudio.com',
    `http://tfs.corp.example:8080/tfs/${collection}`,
    `http://[2001:db8::1]:8080/tfs/${collection}`,
  ];
  const cases = PLACES.map(([what, place], index) => [what, place, urls[index] ?? ''] as const);

  /** What a program that is started with the file says of its own environment. */
  const telling = `node -p "JSON.stringify({ ...process.env })"`;

  test.each(cases)('is read by a shell, %s', async (_, place, url) => {
    await save('.env', 'dotenv', { place, secret: SESAME });
    const { stdout } = await run('set -a', '. ./.env', telling);
    expect(JSON.parse(stdout)).toMatchObject(expected(url, SESAME));
  });

  test.each(cases)('is read as Node and Docker read it, %s', async (_, place, url) => {
    await save('.env', 'dotenv', { place, secret: SESAME });
    const { stdout } = await run(telling.replace('node', 'node --env-file=.env'));
    expect(JSON.parse(stdout)).toMatchObject(expected(url, SESAME));
    // Docker takes each line as it is, up to the first `=` and after it.
    const lines = (await reading('.env')).trimEnd().split('\n');
    expect(Object.fromEntries(lines.map((line) => line.split(/=(.*)/s)))).toMatchObject(expected(url, SESAME));
  });
});

describe.skipIf(!isInstalled('python3'))(
  'readers of a language of its own (skipped where python3 is not installed)',
  () => {
    const read = (script: string) =>
      execFileSync('python3', ['-c', script], { cwd: person.home, env: person.env, encoding: 'utf8' }).trim();

    test.each(PLACES)('netrc of Python, %s', async (_, place) => {
      await save('.netrc', 'netrc', { place, secret: SESAME });
      const script =
        "import netrc; print(*[f'{host} {each[2]}' for host, each in netrc.netrc('.netrc').hosts.items()])";
      const words = read(script).split(' ');
      const [hosts, secrets] = [0, 1].map((odd) => words.filter((__, index) => index % 2 === odd));
      expect(hosts?.every((host) => !/[[\]]|:\d{4}$/.test(host))).toBe(true);
      expect(new Set(secrets)).toEqual(new Set([SESAME]));
    });

    test.each(PLACES)('JSON and XML for NuGet, %s', async (_, place) => {
      const fields = { feed: `"R&D"'s <feed>`, feedProject: '100% \\' };
      const text = copied('nuget-provider', { place, fields, shell: 'bash' });
      const name = 'ARTIFACTS_CREDENTIALPROVIDER_EXTERNAL_FEED_ENDPOINTS';
      const { stdout } = await run(text, SESAME, `printf %s "$${name}"`);
      const [endpoint] = JSON.parse(stdout).endpointCredentials;
      expect(endpoint.password).toBe(SESAME);
      await writeFile(inHome('nuget.config'), copied('nuget-config', { place, fields, shell: 'file' }));
      const script =
        "import xml.etree.ElementTree as E; print(E.parse('nuget.config').find('.//packageSources/add').get('value'))";
      expect(read(script)).toBe(endpoint.endpoint);
      expect(decodeURIComponent(endpoint.endpoint)).toContain(`/100% \\/_packaging/"R&D"'s <feed>/nuget/v3/index.json`);
    });
  },
);
