import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bug } from './bug';
import { misfit, planted, ROOT } from './planted';

// Plants each bug into a copy of the project and runs the test that has to see it: `npm run prove:mutants [WORD]`,
// where only bugs with that word in them are wanted. Ends with 1 where one is not seen or can no longer be planted, or
// a test fails without one.

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
const LONGEST = 600_000;
/** A bug may be a loop without end: that much longer than without it, and it has none. */
const patience = (took: number) => Math.min(LONGEST, 60_000 + 10 * took);

type Assertion = { fullName: string; status: string; failureMessages: string[] };
type Outcome = { failed: Assertion[]; ran: number; took: number };

/** Runs that, with all processes that it starts, to its end or so long. */
async function endOf(args: string[], cwd: string, longest: number): Promise<void> {
  const child = spawn(process.execPath, args, { cwd, detached: true, stdio: 'ignore' });
  const timer = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), longest);
  await once(child, 'exit');
  clearTimeout(timer);
}

/** The tests of a file that fail, how many were run, and how long that took. */
async function run(copy: string, { test, named }: Bug, longest = LONGEST): Promise<Outcome> {
  const report = path.join(copy, 'report.json');
  rmSync(report, { force: true });
  const only = named === '' ? [] : ['-t', named.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')];
  const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
  // A machine that does other things as well makes a test slow, not wrong.
  const how = [`--testTimeout=${LONGEST}`, `--hookTimeout=${LONGEST}`];
  const args = [vitest, 'run', test, ...only, ...how, '--reporter=json', `--outputFile=${report}`];
  const begun = Date.now();
  await endOf(args, copy, longest);
  const took = Date.now() - begun;
  const ends = existsSync(report);
  const { testResults } = (ends ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] }) as {
    testResults: { assertionResults: Assertion[] }[];
  };
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = all.filter(({ status }) => status === 'failed');
  const endless = { fullName: test, status: 'failed', failureMessages: ['it has no end'] };
  const ran = all.filter(({ status }) => status === 'passed').length + failed.length;
  return { failed: ends ? failed : [endless], ran, took };
}

/** The test that sees the bug, and what it says. */
async function seenBy(copy: string, bug: Bug, longest: number): Promise<Assertion | undefined> {
  const [original, place] = [path.join(ROOT, bug.file), path.join(copy, bug.file)];
  writeFileSync(
    place,
    readFileSync(original, 'utf8').replace(bug.from, () => bug.to),
  );
  const { failed } = await run(copy, bug, longest);
  writeFileSync(place, readFileSync(original));
  return failed[0];
}

/** Whether a bug is seen, and how, in words. */
async function tryOne(
  copy: string,
  bug: Bug,
  soundly: (bug: Bug) => Promise<Outcome>,
): Promise<{ seen: boolean; how: string }> {
  const wrong = misfit(bug);
  if (wrong !== undefined) return { seen: false, how: wrong };
  const sound = await soundly(bug);
  const [broken] = sound.failed;
  if (broken) return { seen: false, how: `without it, "${broken.fullName}" fails: ${broken.failureMessages[0]}` };
  if (sound.ran === 0) return { seen: false, how: `no test in ${bug.test} is named "${bug.named}"` };
  const by = await seenBy(copy, bug, patience(sound.took));
  if (!by) return { seen: false, how: `${sound.ran} tests of ${bug.test} pass with it` };
  return { seen: true, how: `by "${by.fullName}": ${by.failureMessages[0]?.split('\n')[0]}` };
}

async function prove(bugs: Bug[]): Promise<number> {
  const copy = copyOfProject();
  const sound = new Map<string, Outcome>();
  const soundly = async (bug: Bug) => {
    const key = `${bug.test} ${bug.named}`;
    const outcome = sound.get(key) ?? (await run(copy, bug));
    sound.set(key, outcome);
    return outcome;
  };
  let unseen = 0;
  for (const bug of bugs) {
    const { seen, how } = await tryOne(copy, bug, soundly);
    if (!seen) unseen += 1;
    console.log(`${seen ? 'seen  ' : 'UNSEEN'}  ${bug.bug}\n        ${how}`);
  }
  rmSync(copy, { recursive: true });
  console.log(`${bugs.length - unseen} of ${bugs.length} planted bugs were seen`);
  return unseen;
}

const [word = ''] = process.argv.slice(2);
const bugs = planted.filter(({ bug }) => bug.includes(word));
process.exitCode = (await prove(bugs)) === 0 && bugs.length > 0 ? 0 : 1;
