import { randomBytes } from 'node:crypto';
import { mintSecret } from '../../dev-server/secret';
import { withoutTokens } from '../../src/core/doctor/sure';
import { machine, type Row, tableOf, verdictOf } from './report';
import { figureOf } from './statistics';

// What the paste guard does to a text that is pasted: it looks for tokens in it, and leaves out those that are there.

const ROUNDS = 50;

const LINE =
  'The build of the web site ends with 401 since Tuesday, see https://dev.azure.com/fabrikam/web/_build/17.\n';
const token = () => mintSecret(Date.now());
const filled = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** Milliseconds at most: of what people paste a part of a frame, of a million letters what still seems instant. */
const TEXTS: { what: string; text: string; budget: number }[] = [
  { what: 'a message of 2,000 letters', text: filled(LINE, 2_000), budget: 1 },
  { what: 'the same with a token in it', text: filled(LINE, 1_000) + token() + filled(LINE, 1_000), budget: 1 },
  { what: 'a log of 20,000 letters', text: filled(LINE, 20_000), budget: 1 },
  { what: 'a log of a million letters', text: filled(LINE, 1_000_000), budget: 100 },
  { what: 'a million letters without a blank', text: filled('A', 1_000_000), budget: 100 },
  { what: 'a picture of a million letters in base64', text: randomBytes(750_000).toString('base64'), budget: 100 },
  { what: 'ten million letters, of which it reads the first', text: filled(LINE, 10_000_000), budget: 100 },
];

function timeOf(text: string): number {
  const begun = performance.now();
  withoutTokens(text);
  return performance.now() - begun;
}

const rows = TEXTS.map(({ what, text, budget }, index): Row => {
  const times = Array.from({ length: ROUNDS }, () => timeOf(text));
  return { id: `G${index + 1}`, what: `${what} (ms)`, figure: figureOf(times), budget };
});
console.log(`${machine()}\n\n${tableOf(rows)}`);
process.exitCode = rows.some((row) => verdictOf(row) === 'missed') ? 1 : 0;
