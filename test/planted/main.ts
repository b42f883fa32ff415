import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bug } from './bug';
import { inRules } from './rules';
import { inWorker } from './worker';

// Plants each bug into a copy of the project and runs the test that has to see it: `npm run prove:mutants [WORD]`,
// where only bugs with that word in them are wanted. Ends with 1 where one is not seen, or a test fails without one.

const ROOT = path.resolve(import.meta.dirname, '../..');
const PARTS = [
  'src',
  'test',
  'public',
  'dev-server',
  'scripts',
  'gallery',
  'docs',
  'package.json',
  'tsconfig.json',
  'manifest.json',
  'vite.config.ts',
  'CONTRIBUTING.md',
  'README.md',
  'PRIVACY.md',
];

function copyOfProject(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'patina-planted-'));
  for (const part of PARTS) cpSync(path.join(ROOT, part), path.join(copy, part), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

/** No test takes that long; in milliseconds. */
const LONGEST = 300_000;

type Outcome = { failed: string[]; ran: number };

/** Names of the tests of a file that fail, and how many were run. */
function run(copy: string, { test, named }: Pick<Bug, 'test' | 'named'>): Outcome {
  const report = path.join(copy, 'report.json');
  rmSync(report, { force: true });
  const only = named === '' ? [] : ['-t', named.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')];
  const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
  // Threads end with their process: a bug may be a loop without end.
  const args = [vitest, 'run', test, ...only, '--pool=threads', '--reporter=json', `--outputFile=${report}`];
  spawnSync(process.execPath, args, { cwd: copy, timeout: LONGEST, killSignal: 'SIGKILL' });
  if (!existsSync(report)) return { failed: ['no end of it in five minutes'], ran: 0 };
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { assertionResults: { fullName: string; status: string }[] }[];
  };
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = all.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
  return { failed, ran: all.filter(({ status }) => status === 'passed' || status === 'failed').length };
}

/** What is wrong with a bug as it is written down, if anything is. */
function misfit({ file, from, to }: Bug): string | undefined {
  const count = readFileSync(path.join(ROOT, file), 'utf8').split(from).length - 1;
  return count === 1 && from !== to ? undefined : `its text stands ${count} times in ${file}`;
}

/** Answers the name of a test that sees the bug; `undefined` where none does. */
function seenBy(copy: string, bug: Bug): string | undefined {
  const [original, planted] = [path.join(ROOT, bug.file), path.join(copy, bug.file)];
  writeFileSync(
    planted,
    readFileSync(original, 'utf8').replace(bug.from, () => bug.to),
  );
  const { failed } = run(copy, bug);
  writeFileSync(planted, readFileSync(original));
  return failed[0];
}

function prove(bugs: Bug[]): number {
  const copy = copyOfProject();
  const sound = new Map<string, boolean>();
  let unseen = 0;
  for (const bug of bugs) {
    const key = `${bug.test} ${bug.named}`;
    if (!sound.has(key)) {
      const { failed, ran } = run(copy, bug);
      sound.set(key, failed.length === 0 && ran > 0);
    }
    const trouble = misfit(bug) ?? (sound.get(key) ? undefined : `${bug.test} does not pass without it`);
    const name = trouble === undefined ? seenBy(copy, bug) : undefined;
    if (name === undefined) unseen += 1;
    console.log(
      name === undefined ? `UNSEEN  ${bug.bug}: ${trouble ?? bug.test}` : `seen    ${bug.bug}\n        by "${name}"`,
    );
  }
  rmSync(copy, { recursive: true });
  console.log(`${bugs.length - unseen} of ${bugs.length} planted bugs were seen`);
  return unseen;
}

const [word = ''] = process.argv.slice(2);
const bugs = [...inWorker, ...inRules].filter(({ bug }) => bug.includes(word));
process.exitCode = prove(bugs) === 0 && bugs.length > 0 ? 0 : 1;
