import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Place } from '../src/core/recipes/place';
import { copied, isInstalled } from './recipe-paste';
import { fabrikam, inHome, mint, ODD_NAMES, PLACES, person, REFUSED, run, save, someOf } from './recipe-room';

const feed = { feed: "R&D's feed", feedProject: 'Größe 100%' };
const store = join(mkdtempSync(join(tmpdir(), 'patina-trust-')), 'trust.p12');

beforeAll(() => {
  const how = ['-keystore', store, '-storetype', 'PKCS12', '-storepass', 'changeit'];
  if (!isInstalled('keytool')) return;
  const what = ['-importcert', '-noprompt', '-alias', 'dev', '-file', person.authority];
  execFileSync('keytool', [...what, ...how], { stdio: 'pipe' });
});
afterAll(() => rm(join(store, '..'), { recursive: true, force: true }));

/** The network and the authority, as Java is told them. */
function properties(): string {
  const port = `${person.proxyPort}`;
  const values = {
    'user.home': person.home,
    'https.proxyHost': '127.0.0.1',
    'https.proxyPort': port,
    'http.proxyHost': '127.0.0.1',
    'http.proxyPort': port,
    'javax.net.ssl.trustStore': store,
    'javax.net.ssl.trustStorePassword': 'changeit',
  };
  return Object.entries(values)
    .map(([name, value]) => `-D${name}=${value}`)
    .join(' ');
}

/** Java compiles thoroughly what runs for long, which nothing here does. */
const QUICK_START = '-XX:TieredStopAtLevel=1';

/** Not by a number of IPv6, for which Maven 3.8 finds no credentials, however they are written. */
const everywhere: [what: string, place: Place, name: string][] = [
  ['a server with a port', PLACES[2]?.[1] ?? fabrikam, feed.feed],
  ['names with everything odd', fabrikam, ODD_NAMES.join(' ')],
];

const hasMaven = isInstalled('mvn') && isInstalled('keytool');
describe.skipIf(!hasMaven)('Maven (skipped where mvn or keytool is not installed)', () => {
  /** It has a parent that only the feed has. */
  const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>com.fabrikam</groupId><artifactId>patina-probe</artifactId><version>1.0.0</version><relativePath/></parent>
  <artifactId>child</artifactId>
  <packaging>pom</packaging>
</project>
`;
  const validate = 'mvn --batch-mode --quiet --settings settings.xml validate';

  beforeEach(async () => {
    await writeFile(inHome('pom.xml'), pom);
    person.env.MAVEN_OPTS = `${QUICK_START} ${properties()}`;
  });

  test.each(someOf(everywhere))(
    'settings.xml and a variable, %s: the parent comes from the feed',
    async (_, place, name) => {
      const fields = { feed: name, feedProject: name };
      await save('settings.xml', 'maven', { place, fields });
      const text = copied('maven', { place, fields, shell: 'bash' });
      const { stdout, code } = await run(text, mint('vso.packaging', place), validate);
      expect([stdout, code]).toEqual([expect.not.stringContaining('ERROR'), 0]);
    },
  );

  const cases: [what: string, make: () => string, output: RegExp][] = [
    ...REFUSED.slice(-1).map(([what, make]): [string, () => string, RegExp] => [what, make, /ERROR.*40[13]/s]),
    ['that may restore', () => mint('vso.packaging'), /^(?!.*ERROR)/s],
  ];
  test.each(someOf(cases))('token in settings.xml: one %s', async (_, make, output) => {
    await save('settings.xml', 'maven-plain', { place: fabrikam, fields: feed, secret: make() });
    expect((await run(validate)).stdout).toMatch(output);
  });
});

const hasGradle = isInstalled('gradle') && isInstalled('keytool');
describe.skipIf(!hasGradle)('Gradle (skipped where gradle or keytool is not installed)', () => {
  const rest = `
configurations { probe }
dependencies { probe 'com.fabrikam:patina-probe:1.0.0@pom' }
task names { doLast { println configurations.probe.files.collect { it.name } } }
`;
  const names = 'gradle --no-daemon --quiet names';

  const cases = [
    ['that may restore', () => mint('vso.packaging'), /\[patina-probe-1\.0\.0\.pom\]/] as const,
    ...REFUSED.slice(-1).map(([what, make]) => [what, make, /40[13]/] as const),
  ];
  test.each(cases)('build.gradle and a variable: a token %s', async (_, make, output) => {
    const fields = { feed: ODD_NAMES.join(' '), feedProject: ODD_NAMES.join(' ') };
    const file = copied('gradle', { place: fabrikam, fields, shell: 'file' });
    await writeFile(inHome('build.gradle'), file + rest);
    await writeFile(inHome('settings.gradle'), '');
    Object.assign(person.env, { GRADLE_OPTS: `${QUICK_START} ${properties()}`, GRADLE_USER_HOME: inHome('gradle') });
    const text = copied('gradle', { place: fabrikam, fields, shell: 'bash' });
    const { stdout, stderr } = await run(text, make(), names);
    expect(stdout + stderr).toMatch(output);
  });
});
