import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { needsShell, npm } from '../system.mjs';
import { obstacles } from './gate';

// One command makes a release, or says why not: `npm run release`. It ends with a tag here; pushing it and handing the
// packages to the stores is a person's deed.

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
const versionIn = (file: string): string => JSON.parse(readFileSync(file, 'utf8')).version;

/** Runs a command of package.json before our eyes. */
function succeeds(command: string): boolean {
  const [program = '', ...args] = [...npm(), 'run', '--silent', command];
  return spawnSync(program, args, { stdio: 'inherit', shell: needsShell(program) }).status === 0;
}

/** `test` builds what is packed, and looks at its screens in English alone; whoever packs once more elsewhere must get the same. */
const STEPS = ['test', 'gallery:check', 'package', 'package:lint', 'package:twice'];

function refusal(version: string): string[] {
  const versions: [string, string] = [version, versionIn('manifest.json')];
  const changelog = readFileSync('CHANGELOG.md', 'utf8');
  const found = obstacles({
    changes: git('status', '--porcelain'),
    versions,
    changelog,
    tags: git('tag', '--list').split('\n'),
  });
  if (found.length > 0) return found;
  const failed = STEPS.find((step) => !succeeds(step));
  return failed === undefined ? [] : [`"npm run ${failed}" failed.`];
}

const version = versionIn('package.json');
const refused = refusal(version);
for (const each of refused) console.error(each);
if (refused.length === 0) {
  git('tag', '--annotate', `v${version}`, '--message', `Patina ${version}`);
  console.log(`Patina ${version} is in dist/packages, and tagged v${version}.`);
}
process.exitCode = refused.length === 0 ? 0 : 1;
