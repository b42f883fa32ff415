import { afterAll, beforeAll, expect, test } from 'vitest';
import { isThorough } from '../../thorough';
import { bundleManyWorkers, type Start } from '../bundle';
import corpus from './corpus.json' with { type: 'json' };
import type { Story } from './story';
import { tell, tellAll } from './tell';
import { ZONE } from './zone';

/** `npm run prove` tells 300,000. */
const [SEED, SCHEDULES] = [2026, isThorough ? 2_000 : 60];

const zone = process.env.TZ;
let start: Start;
beforeAll(async () => {
  process.env.TZ = ZONE;
  start = await bundleManyWorkers();
}, 120_000);
afterAll(() => {
  process.env.TZ = zone;
});

test.each(corpus as { told: string; story: Story }[])('$told', async ({ story }) => {
  await tell(start, story);
});

test('whatever is pressed, and whatever comes over it: nothing is lost, doubled or hidden', async () => {
  // The same stories each time: what is new is found by the proof, and nobody’s test is red by chance.
  const { counts, violation } = await tellAll(start, SEED, SCHEDULES);
  expect(violation).toBeUndefined();
  expect(counts.stories).toBe(SCHEDULES);
  expect(Object.keys(counts.kinds).length).toBeGreaterThanOrEqual(40);
}, 600_000);
