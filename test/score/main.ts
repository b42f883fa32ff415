import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

// npm run prove:score [ROOM or file …]: changes each line of src/core in every way that Stryker knows, a change at a
// time, and counts those that a unit test beside its file sees; ends with 1 where fewer than LEAST of a hundred are. What
// was tried is kept in out/score, a file for each room: only what has changed since is tried again, and a run that was cut
// off goes on with the room in which it was. A room whose imports have changed knows nothing of it: delete its file.

const CORE = 'src/core';
const LEAST = 85;

type Position = { line: number; column: number };
type Change = {
  location: { start: Position; end: Position };
  mutatorName: string;
  replacement: string;
  status: 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'RuntimeError' | 'CompileError';
};
type Changed = Record<string, { source: string; mutants: Change[] }>;
type Count = { seen: number; unseen: number; leftOut: number };

/** All rooms, and as one more the files that are in none. */
function allOf(core: string): string[] {
  const rooms = readdirSync(core, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...rooms.map(({ name }) => `${core}/${name}`), `${core}/*.ts`];
}

const isRoom = (place: string) => !place.includes('*') && statSync(place).isDirectory();

/** What becomes of each change that is made there, by file. */
function changedIn(place: string): Changed {
  const kept = `out/score/${place.replaceAll(/[^\w.-]+/g, '_')}.json`;
  const where = [isRoom(place) ? `${place.replace(/\/$/, '')}/**/*.ts` : place, '!**/*.test.ts'].join();
  const stryker = path.join('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const args = [stryker, 'run', 'test/score/stryker.config.js', '--mutate', where, '--incrementalFile', kept];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  return JSON.parse(readFileSync(kept, 'utf8')).files;
}

/** Says each change that no test saw, and counts them. */
function count(changed: Changed): Count {
  const here: Count = { seen: 0, unseen: 0, leftOut: 0 };
  for (const [file, { source, mutants }] of Object.entries(changed)) {
    for (const { location, replacement, mutatorName, status } of mutants) {
      const isUnseen = status === 'Survived' || status === 'NoCoverage';
      here[isUnseen ? 'unseen' : status === 'Killed' || status === 'Timeout' ? 'seen' : 'leftOut'] += 1;
      if (!isUnseen) continue;
      const { start, end } = location;
      const lines = source.split('\n').slice(start.line - 1, end.line);
      const at = `${file}:${start.line}:${start.column}`;
      process.stdout.write(`${status} ${at} ${mutatorName}\n- ${lines.join('\n- ')}\n+ ${replacement}\n`);
    }
  }
  return here;
}

const scoreOf = ({ seen, unseen }: Count) => (100 * seen) / (seen + unseen);

const rowOf = (name: string, { seen, unseen, leftOut }: Count) =>
  `| ${name} | ${seen + unseen} | ${seen} | ${unseen} | ${scoreOf({ seen, unseen, leftOut }).toFixed(1)} | ${leftOut} |\n`;

const asked = process.argv.slice(2);
const all: Count = { seen: 0, unseen: 0, leftOut: 0 };
let rows = '| room | changes | seen | not seen | % | left out |\n| --- | --- | --- | --- | --- | --- |\n';
for (const place of asked.length > 0 ? asked : allOf(CORE)) {
  const here = count(changedIn(place));
  for (const key of ['seen', 'unseen', 'leftOut'] as const) all[key] += here[key];
  rows += rowOf(place, here);
  process.stdout.write(rowOf(place, here));
}
process.stdout.write(`\n${rows}${rowOf('all', all)}`);
if (scoreOf(all) < LEAST) process.exitCode = 1;
