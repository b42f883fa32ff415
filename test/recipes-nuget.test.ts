import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { zip } from '../dev-server/feeds/archive';
import { usableFields } from '../src/core/recipes/fields';
import type { Place } from '../src/core/recipes/place';
import { bashQuoted } from '../src/core/recipes/quoting';
import { sourceName } from '../src/core/recipes/source-name';
import { copied, isInstalled } from './recipe-paste';
import { fabrikam, inHome, mint, ODD_NAMES, PLACES, person, REFUSED, reading, run, save, someOf } from './recipe-room';
import { isThorough } from './thorough';

/** On a busy machine Mono forgets a connection now and then, once in forty restores: NuGet waits for it for some forty seconds, and asks again. */
const PATIENT = { timeout: 240_000 };

const EXE = resolve('node_modules/nuget-exe/nuget-5.8.0.exe');
const fields = { feed: "R&D's feed", feedProject: 'Größe 100%' };
const sourceOf = (place: Place, named: typeof fields) => sourceName({ place, given: usableFields(named) });

/** Mono finds the authorities that a person trusts by the hash that OpenSSL gives them. */
async function trust(): Promise<void> {
  const hash = execFileSync('openssl', ['x509', '-in', person.authority, '-noout', '-hash'], { encoding: 'utf8' });
  const folder = '.config/.mono/new-certs/Trust';
  await mkdir(inHome(folder), { recursive: true });
  await writeFile(inHome(`${folder}/${hash.trim()}.0`), execFileSync('openssl', ['x509', '-in', person.authority]));
}

/** Mono comes in many small parts, so having it says little. */
function hasNuGet(): boolean {
  if (!isInstalled('mono') || !isInstalled('openssl')) return false;
  return spawnSync('mono', [EXE, 'help'], { stdio: 'ignore' }).status === 0;
}

describe.skipIf(!hasNuGet())(
  'NuGet (skipped where nuget.exe does not run, or openssl is not installed)',
  PATIENT,
  () => {
    beforeEach(async () => {
      await trust();
      await mkdir(inHome('bin'));
      await writeFile(inHome('bin/nuget'), `#!/bin/sh\nexec mono ${bashQuoted(EXE)} "$@"\n`, { mode: 0o755 });
      person.env.PATH = `${inHome('bin')}:${person.env.PATH}`;
    });

    const install = 'nuget install patina.probe -NonInteractive -Verbosity quiet -OutputDirectory packages';
    const installed = () => reading('packages/patina.probe.1.0.0/content/readme.txt');

    test.each(someOf(PLACES))('nuget.config and a variable, %s', async (_, place) => {
      await save('nuget.config', 'nuget-config', { place, fields });
      const text = copied('nuget-config', { place, fields, shell: 'bash' });
      const { stdout, stderr } = await run(
        text,
        mint('vso.packaging', place),
        `${install} -Source ${sourceOf(place, fields)}`,
      );
      expect([stdout, stderr]).toEqual(['', 'Token: \n']);
      expect(await installed()).toBe('nuget\n');
    });

    const odd: [what: string, place: Place, name: string][] = [
      ['a server', PLACES[2]?.[1] ?? fabrikam, "O'Neill & Söhne"],
      ['names with everything odd', fabrikam, ODD_NAMES.join(' ')],
    ];
    test.each(someOf(odd))(
      'nuget.exe knows the source, pushes a package there, and restores a list with that one and another: %s',
      async (_, place, name) => {
        const named = { feed: name, feedProject: name };
        const secret = mint('vso.packaging_write', place);
        const only = `-Source ${sourceOf(place, named)} -NonInteractive -Verbosity quiet`;
        await writeFile(inHome('own.nupkg'), zip({ 'own.nuspec': nuspec, 'content/own.txt': 'own\n' }));
        await writeFile(inHome('packages.config'), list);
        const restore = `nuget restore packages.config -PackagesDirectory packages ${only}`;
        // Each finds the token only where its recipe has put it.
        const { code } = await run(
          copied('nuget-exe', { place, fields: named, shell: 'bash' }),
          secret,
          copied('nuget-env', { place, fields: named, shell: 'bash' }),
          secret,
          `(unset AZDO_PAT; nuget push own.nupkg -ApiKey az ${only}) &&`,
          `(unset "\${!NuGetPackageSourceCredentials_@}"; ${restore})`,
        );
        expect([code, await installed()]).toEqual([0, 'nuget\n']);
        const config = await reading('.config/NuGet/NuGet.Config');
        expect([config.includes('%AZDO_PAT%'), config.includes(secret)]).toEqual([true, false]);
        expect(await reading('packages/own.3.0.0/content/own.txt')).toBe('own\n');
      },
    );

    test.runIf(isThorough).each(REFUSED.slice(-1))('is refused with a token %s', async (_, make) => {
      await save('nuget.config', 'nuget-config', { place: fabrikam, fields });
      const text = copied('nuget-config', { place: fabrikam, fields, shell: 'bash' });
      const { code, stderr } = await run(text, make(), `${install} -Source ${sourceOf(fabrikam, fields)}`);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/40[13]/)]);
      await expect(installed()).rejects.toThrow('ENOENT');
    });
  },
);

const list = `<packages>
  <package id="patina.probe" version="1.0.0" />
  <package id="own" version="3.0.0" />
</packages>`;

const nuspec = `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>own</id>
    <version>3.0.0</version>
    <authors>Normal Paulk</authors>
    <description>A package of a test.</description>
  </metadata>
</package>
`;
