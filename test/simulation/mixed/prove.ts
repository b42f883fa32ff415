import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Counts, missingIn, report, together } from './counts';
import { KINDS } from './story';
import type { Told } from './tell';

// npm run prove: tells SCHEDULES stories (300,000), from the seed SEED (by the clock) on, in as many processes as there are
// processors. A story that breaks a promise is printed in its shortest form and put into the corpus, and the proof goes on.

const CORPUS = 'test/simulation/mixed/corpus.json';
/** So many stories have a seed: whoever tells that seed again tells them again. */
const OF_A_SEED = 50;

/** A story makes much that is soon forgotten. */
const YOUNG = '--max-semi-space-size=64';

const schedules = Number(process.env.SCHEDULES ?? 300_000);
const first = Number(process.env.SEED ?? Math.floor(Date.now() / 1_000));
const seeds = Array.from({ length: Math.ceil(schedules / OF_A_SEED) }, (_, index) => first + index);
const counts: Counts[] = [];
let violations = 0;
let told = 0;

function keep(seed: number, { counts: own, violation }: Told): void {
  counts.push(own);
  told += own.stories;
  if (told % 10_000 < own.stories) process.stdout.write(`${told} told\n`);
  if (!violation) return;
  violations += 1;
  process.stdout.write(`seed ${seed}: ${violation.error}\n${JSON.stringify(violation.story)}\n`);
  const corpus = JSON.parse(readFileSync(CORPUS, 'utf8')) as object[];
  corpus.push({ told: `seed ${seed}: ${violation.error.split('\n')[0]}`, story: violation.story });
  writeFileSync(CORPUS, `${JSON.stringify(corpus, null, 2)}\n`);
}

/** Gives a teller one seed after the other, until all are told. */
function tellBy(teller: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    teller.on('exit', (code) =>
      code === 0 || code === null ? resolve() : reject(new Error(`A teller ended: ${code}`)),
    );
    teller.on('message', (message: { seed?: number; told?: Told }) => {
      if (message.told && message.seed !== undefined) keep(message.seed, message.told);
      const seed = seeds.shift();
      if (seed === undefined) teller.kill();
      else teller.send({ seed, number: Math.min(OF_A_SEED, schedules) });
    });
  });
}

process.stdout.write(`${schedules} stories from SEED=${first} on\n`);
const tellers = Array.from({ length: Math.min(availableParallelism(), seeds.length) }, () =>
  fork('test/simulation/mixed/teller.ts', { execArgv: [...process.execArgv, YOUNG] }),
);
await Promise.all(tellers.map(tellBy));
const all = together(counts);
const missing = missingIn(all, KINDS);
process.stdout.write(`${report(all, KINDS)}\n`);
if (violations > 0) process.stdout.write(`${violations} stories broke a promise: see above, and ${CORPUS}.\n`);
else
  process.stdout.write(
    `No violation: fewer than ${(3 / all.stories).toExponential(1)} of such stories have one (95 %).\n`,
  );
if (missing.length > 0)
  process.stdout.write(`Too rare to have been shown: ${missing.slice(0, 20).join(', ')} (${missing.length})\n`);
process.exit(violations > 0 || missing.length > 0 ? 1 : 0);
