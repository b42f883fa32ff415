import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bundleWorker } from '../simulation/bundle';
import { DAY, many, readied } from '../simulation/setting';
import type { Row } from './report';
import { figureOf } from './statistics';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** P13: a year of checks in the background: what is stored at its end and what is in memory, beside what was after four months, when the tokens of the story have ended. */
export async function year(): Promise<Row[]> {
  const simulation = readied(await bundleWorker(), { names: many(25) });
  await simulation.ask('tokens.refresh', { hostId: 'services:fabrikam' });
  /** The story's own notes of what was asked and called are no part of it. */
  const memory = () => {
    for (const notes of [simulation.service.requests, simulation.world.calls, simulation.warnings]) notes.length = 0;
    collect();
    return process.memoryUsage().heapUsed;
  };
  const daysLater = (days: number) => simulation.clock.runUntil(() => false, days * DAY);
  await daysLater(120);
  const [stored, used] = [simulation.size(), memory()];
  await daysLater(245);
  const row = (what: string, ratio: number): Row => ({
    id: 'P13',
    what: `${what} after a simulated year of checks / after four months`,
    figure: figureOf([ratio]),
    budget: 1.05,
  });
  return [row('storage', simulation.size() / stored), row('memory', memory() / used)];
}
