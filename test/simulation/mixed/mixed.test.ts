import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { bundleWorker, type Start } from '../bundle';
import corpus from './corpus.json' with { type: 'json' };
import { countsOf, isProof, SCHEDULES } from './counts';
import { play } from './play';
import { type Step, stories } from './story';
import { expectTruth } from './truth';

let start: Start;
beforeAll(async () => {
  start = await bundleWorker();
}, 120_000);

test.each(corpus as { told: string; steps: Step[] }[])('$told', async ({ steps }) => {
  expectTruth(await play(start, steps));
});

test(
  'whatever is pressed, and whatever comes over it: nothing is lost, doubled or hidden',
  async () => {
    const counts = countsOf();
    const property = fc.asyncProperty(stories, async (steps) => {
      const played = await play(start, steps);
      counts.add(played.met);
      expectTruth(played);
    });
    // The same stories each time, but in the proof: what is new is found there, and nobody’s test is red by chance.
    await fc.assert(property, { numRuns: SCHEDULES, ...(isProof ? {} : { seed: 2026 }) });
    expect(counts.stories()).toBeGreaterThanOrEqual(SCHEDULES);
    if (isProof) process.stdout.write(counts.report());
  },
  isProof ? 2 ** 31 - 1 : 300_000,
);
