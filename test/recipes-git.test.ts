import { beforeEach, describe, expect, test } from 'vitest';
import type { Place } from '../src/core/recipes/place';
import { copied, isInstalled, paste, SESAME } from './recipe-paste';
import { FEW_ODD_NAMES, fabrikam, mint, ODD_NAMES, PLACES, person, REFUSED, reading, run, save } from './recipe-room';
import { isThorough } from './thorough';

const fields = { project: "it's $5 & more", repository: 'demo' };
const cloned = () => reading('demo/hello.txt');

beforeEach(() => {
  const identity = { GIT_AUTHOR_NAME: 'Normal Paulk', GIT_AUTHOR_EMAIL: 'normal@fabrikam.example' };
  Object.assign(person.env, identity, {
    GIT_COMMITTER_NAME: identity.GIT_AUTHOR_NAME,
    GIT_COMMITTER_EMAIL: identity.GIT_AUTHOR_EMAIL,
    GIT_SSL_CAINFO: person.authority,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    XDG_CACHE_HOME: person.home,
  });
});

const HELPERS = ['store', 'cache --timeout=5'];
/** In a quick run each helper in two places, which are the other two where git tells paths. */
const helpersIn = (place: Place, isOther = 0) =>
  HELPERS.filter((_, index) => isThorough || (PLACES.findIndex(([, each]) => each === place) + isOther) % 2 === index);

async function expectKept(helper: string, place: Place, ...settings: string[]): Promise<void> {
  await run(`git config --global credential.helper '${helper}'`, ...settings);
  const text = copied('git-helper', { place, fields, shell: 'bash' });
  const { stderr } = await run(text, mint('vso.code', place), 'cd demo && git fetch && echo "fetch: $?" >&2');
  expect(await cloned()).toBe('hello\n');
  expect(stderr).toContain('fetch: 0');
  const after = await run(copied('git-forget', { place, shell: 'bash' }), 'cd demo', 'git fetch');
  expect(after.code).not.toBe(0);
  await run('git credential-cache exit');
}

describe.each(PLACES)('%s', (_, place) => {
  test.each(helpersIn(place))(
    'a credential helper "%s": stored, cloned, found again by fetch, and forgotten',
    (helper) => expectKept(helper, place),
  );

  test('one command clones, and leaves no token behind', async () => {
    const secret = mint('vso.code_write', place);
    const text = copied('git-once', { place, fields, shell: 'bash' });
    const { stdout } = await run(text, secret, 'echo "left: $PAT$GIT_AUTH"', 'cat demo/.git/config');
    expect(await cloned()).toBe('hello\n');
    expect(stdout).toContain('left: \n');
    expect(stdout).not.toContain(Buffer.from(`pat:${secret}`).toString('base64'));
    expect(stdout).not.toContain(secret);
  });

  test('.netrc clones', async () => {
    await save('.netrc', 'netrc', { place, secret: mint('vso.code', place) });
    const { project, repository } = fields;
    const url = copied('git-once', { place, fields: { project, repository }, shell: 'bash' });
    // The user in the address is for credential helpers: .netrc has another one.
    const address = /clone '(.*)'/.exec(url)?.[1]?.replace('fabrikam@', '') ?? '';
    await run(`git clone --quiet '${address}'`);
    expect(await cloned()).toBe('hello\n');
  });
});

test.each(PLACES.flatMap(([what, place]) => helpersIn(place, 1).map((helper) => [what, helper, place] as const)))(
  '%s, where git tells paths: the helper "%s" is given one, the clone finds the token, and forgets it',
  (_, helper, place) => expectKept(helper, place, 'git config --global credential.useHttpPath true'),
);

/** Two in one name: a folder's cannot have all. */
const PAIRS_OF_ODD_NAMES = ODD_NAMES.flatMap((name, index) =>
  index % 2 === 0 ? `${name} ${ODD_NAMES[index + 1]}` : [],
);

describe.each([
  ['dev.azure.com', fabrikam, isThorough ? ODD_NAMES : PAIRS_OF_ODD_NAMES],
  ['a server with a port', PLACES[2]?.[1] ?? fabrikam, isThorough ? ODD_NAMES : FEW_ODD_NAMES.slice(1, 2)],
] as const)('%s', (_, place, names) => {
  test.each(names)('cloned from a project and a repository called %s, and pushed to', async (name) => {
    await run('git config --global credential.helper store');
    const text = copied('git-helper', { place, fields: { project: name, repository: name }, shell: 'bash' });
    const work =
      'cd -- */ && git commit --quiet --allow-empty -m "Say more" && git push origin HEAD:refs/heads/more-$RANDOM';
    const { stderr } = await run(text, mint('vso.code_write', place), work);
    expect(stderr).toContain('[new branch]');
  });
});

test.each<[what: string, place: Place, told: string[]]>([
  ['the organization as the path', fabrikam, ['host=dev.azure.com', 'path=fabrikam', 'username=fabrikam']],
  ['the older host, which says enough', PLACES[1]?.[1] ?? fabrikam, ['host=fabrikam.visualstudio.com', 'username=pat']],
  ['host and port of a server', PLACES[2]?.[1] ?? fabrikam, ['host=tfs.corp.example:8080', 'username=pat']],
])('Git Credential Manager is told %s', async (_, place, expected) => {
  await run(`git config --global credential.helper '!f() { cat >> "$HOME/told"; }; f'`);
  await run(copied('git-gcm', { place, shell: 'bash' }), SESAME);
  const told = (await reading('told')).split('\n');
  expect(told).toEqual(expect.arrayContaining([...expected, `password=${SESAME}`]));
});

test.each(isThorough ? REFUSED : REFUSED.slice(-1))('one command is refused with a token %s', async (_, make) => {
  const text = copied('git-once', { place: fabrikam, fields, shell: 'bash' });
  expect((await run(text, make())).code).not.toBe(0);
  await expect(cloned()).rejects.toThrow('ENOENT');
});

test('a token that may read does not push', async () => {
  await run('git config --global credential.helper store');
  const text = copied('git-helper', { place: fabrikam, fields, shell: 'bash' });
  const work = 'cd demo && git commit --quiet --allow-empty -m x && git push origin HEAD:refs/heads/x';
  const { code, stderr } = await run(text, mint('vso.code'), work);
  expect([code, stderr]).toEqual([expect.not.stringMatching('^0$'), expect.stringContaining('403')]);
});

test.skipIf(!isInstalled('zsh'))('the shell of macOS clones, too (skipped where zsh is not installed)', async () => {
  const text = copied('git-once', { place: fabrikam, fields, shell: 'bash' });
  await paste([text, mint('vso.code')], { cwd: person.home, env: person.env, shell: 'zsh' });
  expect(await cloned()).toBe('hello\n');
});
