import { mkdir, writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { beforeEach, describe, expect, test } from 'vitest';
import { zip } from '../dev-server/feeds/archive';
import type { Place } from '../src/core/recipes/place';
import { copied, isInstalled } from './recipe-paste';
import { fabrikam, inHome, mint, ODD_NAMES, PLACES, person, REFUSED, run, save, someOf } from './recipe-room';
import { isThorough } from './thorough';

const feed = { feed: "R&D's feed", feedProject: 'Größe 100%' };
const fields = { ...feed, package: 'patina-probe==1.0.0' };
const importing = (name: string) =>
  `python3 -c 'import sys; sys.path.insert(0, "packages"); import ${name}; print(${name}.FEED)'`;
const use = importing('patina_probe');

beforeEach(() => {
  Object.assign(person.env, {
    ...(process.env.PYENV_ROOT && { PYENV_ROOT: process.env.PYENV_ROOT }),
    PIP_CONFIG_FILE: devNull,
    PIP_CERT: person.authority,
    PIP_TARGET: inHome('packages'),
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_NO_CACHE_DIR: '1',
    PIP_NO_INPUT: '1',
    REQUESTS_CA_BUNDLE: person.authority,
    TWINE_CERT: person.authority,
    TWINE_NON_INTERACTIVE: '1',
  });
});

describe.skipIf(!isInstalled('pip'))('pip (skipped where it is not installed)', () => {
  // In a quick run it installs what twine uploads, and the server refuses twine.
  test.runIf(isThorough || !isInstalled('twine'))('one command', async () => {
    const text = copied('pip', { place: fabrikam, fields, shell: 'bash' });
    const { stdout, stderr } = await run(text, mint('vso.packaging'), use);
    expect([stdout, stderr]).toEqual([expect.stringContaining('pypi\n'), expect.not.stringContaining('ERROR')]);
  });

  const cases: [what: string, place: Place, name: string][] = [
    ['an end of a line', fabrikam, 'back\\slash\\'],
    ['a server in the clear', PLACES[3]?.[1] ?? fabrikam, 'tools'],
    ['everything odd', fabrikam, ODD_NAMES.join(' ')],
  ];
  test.each(someOf(cases))('token in pip.conf, %s', async (_, place, name) => {
    const secret = mint('vso.packaging', place);
    await save('pip.conf', 'pip-config', { place, fields: { feed: name, feedProject: name }, secret });
    person.env.PIP_CONFIG_FILE = inHome('pip.conf');
    const { stdout, stderr } = await run('pip install patina-probe', use);
    expect(stdout).toContain('pypi\n');
    expect(stdout + stderr).not.toContain(secret);
  });

  test.runIf(isThorough || !isInstalled('twine')).each(REFUSED.slice(-1))(
    'is refused with a token %s',
    async (_, make) => {
      const { stdout, code } = await run(copied('pip', { place: fabrikam, fields, shell: 'bash' }), make());
      expect([stdout, code]).toEqual([expect.not.stringContaining('Successfully'), 1]);
    },
  );

  /** A keychain for the tests: a file, since a machine for tests has no other. The token stands in it by the words it is asked for by. */
  const BACKEND = `import json, os
from keyring.backend import KeyringBackend
PATH = os.path.expanduser('~/keychain.json')
class Keyring(KeyringBackend):
    priority = 1
    def read(self):
        return json.load(open(PATH)) if os.path.exists(PATH) else {}
    def get_password(self, service, username):
        return self.read().get(service + ' ' + username)
    def set_password(self, service, username, password):
        json.dump({**self.read(), service + ' ' + username: password}, open(PATH, 'w'))
`;
  test.skipIf(!isInstalled('keyring')).each(someOf([PLACES[0], PLACES[3]].filter((each) => each !== undefined)))(
    'keychain, %s (skipped where keyring is not installed)',
    async (_, place) => {
      await mkdir(inHome('lib'));
      await writeFile(inHome('lib/file_keychain.py'), BACKEND);
      Object.assign(person.env, {
        PYTHONPATH: inHome('lib'),
        PYTHON_KEYRING_BACKEND: 'file_keychain.Keyring',
        PIP_KEYRING_PROVIDER: 'subprocess',
      });
      const secret = mint('vso.packaging', place);
      // keyring reads all that is left to read, so nothing is typed after the token.
      await run(copied('pip-keyring', { place, fields, shell: 'bash' }), secret);
      expect((await run(use)).stdout).toBe('pypi\n');
    },
  );
});

const info = 'patina_own-2.0.0.dist-info';
const wheel = zip({
  'patina_own.py': "FEED = 'own'\n",
  [`${info}/METADATA`]: 'Metadata-Version: 2.1\nName: patina-own\nVersion: 2.0.0\n',
  [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  [`${info}/RECORD`]: `patina_own.py,,\n${info}/METADATA,,\n${info}/WHEEL,,\n${info}/RECORD,,\n`,
});

describe.skipIf(!isInstalled('twine'))('twine (skipped where it is not installed)', () => {
  beforeEach(async () => {
    await mkdir(inHome('dist'));
    await writeFile(inHome('dist/patina_own-2.0.0-py3-none-any.whl'), wheel);
  });

  const plain = PLACES.map(([what, place]) => [what, place, feed.feed] as const);
  const odd = ['everything odd', fabrikam, ODD_NAMES.join(' ')] as const;
  test.skipIf(!isInstalled('pip')).each(someOf([...plain, odd]))(
    'uploads, from where pip installs it: %s',
    async (_, place, name) => {
      const named = { feed: name, feedProject: name, package: 'patina-own' };
      const secret = mint('vso.packaging_write', place);
      const uploaded = await run(copied('twine', { place, fields: named, shell: 'bash' }), secret);
      expect([uploaded.stdout + uploaded.stderr, uploaded.code]).toEqual([expect.stringContaining('100%'), 0]);
      const text = copied('pip', { place, fields: named, shell: 'bash' });
      const { stdout, stderr } = await run(text, secret, importing('patina_own'));
      expect([stdout, stderr]).toEqual([expect.stringContaining('own\n'), expect.not.stringContaining('ERROR')]);
    },
  );

  const refused = [...REFUSED.slice(-1), ['that may read', () => mint('vso.packaging')] as const];
  test.each(someOf(refused))('is refused with a token %s', async (_, make) => {
    const text = copied('twine', { place: fabrikam, fields: feed, shell: 'bash' });
    const { stdout, stderr, code } = await run(text, make());
    expect([stdout + stderr, code]).toEqual([expect.stringMatching(/40[13]/), 1]);
  });
});
