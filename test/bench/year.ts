import { bundleWorker } from '../simulation/bundle';
import { DAY, many, readied } from '../simulation/setting';
import type { Row } from './report';
import { figureOf } from './statistics';

/** P13: a year of checks in the background: what is stored at its end, beside what was after four months, when the tokens of the story have ended. */
export async function year(): Promise<Row[]> {
  const simulation = readied(await bundleWorker(), { names: many(25) });
  await simulation.ask('tokens.refresh', { hostId: 'services:fabrikam' });
  const daysLater = (days: number) => simulation.clock.runUntil(() => false, days * DAY);
  await daysLater(120);
  const before = simulation.size();
  await daysLater(245);
  const figure = figureOf([simulation.size() / before]);
  return [{ id: 'P13', what: 'storage after a simulated year of checks / after four months', figure, budget: 1.05 }];
}
