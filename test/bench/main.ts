import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { closedAtOnce } from './closed';
import { openings, starts } from './opening';
import { tenPages, validation } from './reading';
import { machine, type Row, tableOf, verdictOf } from './report';
import { keyStrokes, revokeAll } from './use';
import { year } from './year';

/** What is measured together, and how often if nobody says otherwise: all of it in about ten minutes of a quiet machine. */
type Suite = { of: string[]; rounds: number; run: (rounds: number) => Promise<Row[]> };

const SUITES: Suite[] = [
  // Before all others, whose left-overs in memory would be counted.
  { of: ['P13'], rounds: 1, run: year },
  { of: ['P1', 'P2', 'P3', 'P5'], rounds: 32, run: openings },
  { of: ['P6'], rounds: 6, run: keyStrokes },
  { of: ['P7'], rounds: 16, run: starts },
  { of: ['P9'], rounds: 3, run: revokeAll },
  { of: ['P11'], rounds: 20, run: validation },
  { of: ['P12'], rounds: 6, run: tenPages },
  { of: ['P14'], rounds: 20, run: closedAtOnce },
];

const { values } = parseArgs({ options: { only: { type: 'string' }, rounds: { type: 'string' } } });
const wanted = values.only?.split(',');

async function bench(): Promise<void> {
  const rows: Row[] = [];
  for (const { of, rounds, run } of SUITES) {
    if (wanted && !of.some((each) => wanted.includes(each))) continue;
    const before = performance.now();
    rows.push(...(await run(Number(values.rounds ?? rounds))));
    console.error(`${of.join(', ')}: ${Math.round((performance.now() - before) / 1000)} s`);
  }
  const asked = rows.filter(({ id }) => !wanted || wanted.includes(id));
  const text = `${machine()}\n\n${tableOf(asked)}\n`;
  console.log(text);
  await mkdir('out', { recursive: true });
  await writeFile('out/bench.md', text);
  process.exitCode = asked.some((row) => verdictOf(row) === 'missed') ? 1 : 0;
}

await bench();
