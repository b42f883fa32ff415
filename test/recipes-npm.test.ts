import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { bashQuoted } from '../src/core/recipes/quoting';
import { copied } from './recipe-paste';
import {
  FEW_ODD_NAMES,
  fabrikam,
  inHome,
  mint,
  PLACES,
  person,
  REFUSED,
  reading,
  run,
  save,
  someOf,
} from './recipe-room';
import { isThorough } from './thorough';

const feed = { feed: "R&D's feed", feedProject: 'Größe 100%' };
/** Typed in the project. */
const inProject = (...lines: string[]) => run('cd project', ...lines);
const installed = (loglevel: string) => `npm install --no-audit --no-fund --loglevel=${loglevel} patina-probe`;
const install = installed('error');
const use = `node -p "require('patina-probe')"`;

beforeEach(async () => {
  person.env.npm_config_cafile = person.authority;
  // Apart from the home, since tools trust a project's files less.
  await mkdir(inHome('project'));
  await writeFile(inHome('project/package.json'), '{ "name": "reader", "version": "1.0.0", "private": true }');
});

describe.each(someOf(PLACES))('npm, %s', (_, place) => {
  test('.npmrc and a variable, and nothing in the file is warned of', async () => {
    await save('project/.npmrc', 'npm', { place, fields: feed });
    const text = copied('npm', { place, fields: feed, shell: 'bash' });
    const { stdout, stderr } = await inProject(text, mint('vso.packaging', place), installed('warn'), use);
    expect([stdout, stderr]).toEqual([expect.stringContaining('npm\n'), 'Token: \n']);
  });
});

test.runIf(isThorough).each(PLACES.slice(1, 3))(
  'npm, token in .npmrc, for a feed of the whole organization, %s',
  async (_, place) => {
    await save('.npmrc', 'npm-user', { place, fields: { feed: 'tools' }, secret: mint('vso.packaging_write', place) });
    expect((await inProject(install, use)).stdout).toContain('npm\n');
  },
);

const own = '{ "name": "@fabrikam/own", "version": "1.2.3", "main": "package.json" }';

test.each(someOf(FEW_ODD_NAMES))(
  'npm publishes to a feed and a project called %s, and installs from there',
  async (name) => {
    const fields = { feed: name, feedProject: name, npmScope: '@fabrikam' };
    await save('.npmrc', 'npm-user', { place: fabrikam, fields, secret: mint('vso.packaging_write') });
    await mkdir(inHome('own'));
    await writeFile(inHome('own/package.json'), own);
    const published = await run('cd own && npm publish --loglevel=error');
    expect([published.code, published.stderr]).toEqual([0, expect.not.stringContaining('ERR')]);
    const get = install.replace('patina-probe', '@fabrikam/own');
    const { stdout } = await inProject(get, `node -p "require('@fabrikam/own').version"`);
    expect(stdout).toContain('1.2.3\n');
  },
);

test.runIf(isThorough)('what npm published in one feed is in no other', async () => {
  const fields = { feed: 'one' };
  await save('.npmrc', 'npm-user', { place: fabrikam, fields, secret: mint('vso.packaging_write') });
  await writeFile(inHome('project/package.json'), own);
  const here = await inProject('npm publish --loglevel=error && npm view @fabrikam/own version');
  expect(here.stdout).toContain('1.2.3\n');
  await save('.npmrc', 'npm-user', { place: fabrikam, fields: { feed: 'two' }, secret: mint('vso.packaging') });
  expect((await inProject('npm view @fabrikam/own version')).stderr).toContain('E404');
});

test.each(REFUSED.slice(-1))('npm is refused with a token %s', async (_, make) => {
  await save('.npmrc', 'npm-user', { place: fabrikam, fields: feed, secret: make() });
  const { code, stderr } = await inProject(install);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/E40[13]/)]);
});

test.runIf(isThorough)('npm does not publish with a token that may read', async () => {
  await save('.npmrc', 'npm-user', { place: fabrikam, fields: feed, secret: mint('vso.packaging') });
  await writeFile(inHome('project/package.json'), '{ "name": "own", "version": "1.0.0" }');
  expect((await inProject('npm publish --loglevel=error')).stderr).toContain('E403');
});

/** A tool that is installed beside the tests. */
const script = (path: string) => `node ${bashQuoted(resolve('node_modules', path))}`;
const pnpm = script('pnpm/bin/pnpm.cjs');
const yarn1 = script('yarn/bin/yarn.js');
const yarn = script('@yarnpkg/cli-dist/bin/yarn.js');

describe.each<[name: string, id: string, path: string, add: string]>([
  ['pnpm', 'pnpm', '.npmrc', `${pnpm} add --silent --store-dir store patina-probe`],
  ['Yarn 1', 'yarn-classic', 'project/.npmrc', `${yarn1} add --silent --cache-folder cache patina-probe`],
])('%s', (name, id, path, add) => {
  beforeEach(() => {
    Object.assign(person.env, { COREPACK_ENABLE_STRICT: '0', YARN_CAFILE: person.authority });
  });

  // One of them with a feed of the whole organization.
  const fields = name === 'pnpm' ? { feed: 'tools' } : feed;

  test.each(someOf(PLACES.slice(1, 3)))('.npmrc and a variable, %s', async (_, place) => {
    await save(path, id, { place, fields });
    const text = copied(id, { place, fields, shell: 'bash' });
    expect((await inProject(text, mint('vso.packaging', place), add, use)).stdout).toContain('npm\n');
  });

  test.runIf(isThorough).each(REFUSED.slice(-1))('is refused with a token %s', async (_, make) => {
    await save('.npmrc', 'npm-user', { place: fabrikam, fields: feed, secret: make() });
    expect((await inProject(add)).code).not.toBe(0);
    await expect(reading('project/node_modules/patina-probe/package.json')).rejects.toThrow('ENOENT');
  });
});

describe('Yarn 4', () => {
  const add = `${yarn} add patina-probe`;
  beforeEach(async () => {
    Object.assign(person.env, {
      YARN_HTTP_PROXY: person.env.http_proxy,
      YARN_HTTPS_PROXY: person.env.https_proxy,
      YARN_HTTPS_CA_FILE_PATH: person.authority,
      YARN_ENABLE_TELEMETRY: '0',
      YARN_ENABLE_GLOBAL_CACHE: '0',
      YARN_ENABLE_IMMUTABLE_INSTALLS: '0',
      YARN_NODE_LINKER: 'node-modules',
      YARN_NPM_MINIMAL_AGE_GATE: '0',
    });
    await writeFile(inHome('project/yarn.lock'), '');
  });

  test.each(someOf(PLACES.slice(1)))('.yarnrc.yml and a variable, %s', async (_, place) => {
    await save('project/.yarnrc.yml', 'yarn', { place, fields: feed });
    const text = copied('yarn', { place, fields: feed, shell: 'bash' });
    const { stdout } = await inProject(text, mint('vso.packaging', place), add, use);
    expect(stdout).toContain('npm\n');
  });

  test.runIf(isThorough).each(FEW_ODD_NAMES)('token in .yarnrc.yml, a feed and a project called %s', async (name) => {
    const fields = { feed: name, feedProject: name };
    await save('.yarnrc.yml', 'yarn-user', { place: fabrikam, fields, secret: mint('vso.packaging') });
    expect((await inProject(add, use)).stdout).toContain('npm\n');
  });

  test.each(someOf(FEW_ODD_NAMES))('publishes to the feed of an npm scope, called %s', async (name) => {
    const fields = { feed: name, feedProject: name, npmScope: 'fabrikam' };
    await save('.yarnrc.yml', 'yarn-user', { place: fabrikam, fields, secret: mint('vso.packaging_write') });
    await writeFile(inHome('project/package.json'), '{ "name": "@fabrikam/own", "version": "2.0.0" }');
    const { stdout, code } = await inProject(`${yarn} install`, `${yarn} npm publish`);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Package archive published')]);
  });

  test.runIf(isThorough).each(REFUSED.slice(-1))('is refused with a token %s', async (_, make) => {
    await save('.yarnrc.yml', 'yarn-user', { place: fabrikam, fields: feed, secret: make() });
    const { code, stdout } = await inProject(add);
    expect([code, stdout]).toEqual([1, expect.stringMatching(/Invalid authentication|40[13]/)]);
    await expect(reading('project/node_modules/patina-probe/package.json')).rejects.toThrow('ENOENT');
  });
});
