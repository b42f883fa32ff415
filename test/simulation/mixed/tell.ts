import fc from 'fast-check';
import type { Start } from '../bundle';
import { type Counts, count, noCounts } from './counts';
import { metIn, play } from './play';
import { type Story, stories } from './story';
import { expectTruth } from './truth';

/** Tells one story, and asks what has to be so at its end. */
export async function tell(start: Start, story: Story): Promise<string[]> {
  const played = await play(start, story);
  expectTruth(played);
  return metIn(played, story);
}

/** What a number of stories brought: `violation` is the shortest story that broke a promise, with what broke. */
export type Told = { counts: Counts; violation?: { story: Story; error: string } };

/** The stories of one seed, one after the other, until one breaks a promise: that one is made as short as it can be. */
export async function tellAll(start: Start, seed: number, number: number): Promise<Told> {
  const counts = noCounts();
  const property = fc.asyncProperty(stories, async (story) => count(counts, await tell(start, story)));
  const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns: number });
  if (!failed || counterexample === null) return { counts };
  const error = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return { counts, violation: { story: counterexample[0], error } };
}
