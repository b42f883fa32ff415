import { expect } from '@playwright/test';
import type { DevServer } from '../../dev-server/create-server';
import { seedWith } from '../../dev-server/seed';
import type { Entry } from '../../src/core/history';
import { call, type Hand, storedIn } from './hand';
import { DEEDS, ownerOn } from './making';
import { DEED as ALL, revokeAll } from './revoke-all';
import { revokeThree, DEED as SINGLE } from './single-revokes';
import { type Stage, stageWith } from './stage';
import { groupBy, type Kill, truthOf } from './truth';

/** How many workers are ended during revoke-alls and rotations; a quarter of that beside them, during mints and single revokes. */
export const COUNT = Number(process.env.N ?? 200);
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));

/** A server with nothing but what the proof brings. */
export const SERVER = { seed: { ...seedWith(0, Date.now()), tokens: [] } };

function tableOf(kills: Kill[]): string {
  const line = (count: number, text: string) => `${String(count).padStart(5)}  ${text}`;
  const groups = groupBy(kills, ({ deed }) => deed).map((all) => [
    line(all.length, all[0]?.deed ?? ''),
    ...groupBy(all, ({ moment }) => moment).map((some) => line(some.length, `  ${some[0]?.moment}`)),
  ]);
  return groups.flat().join('\n');
}

/** Presses and ends until enough were ended during each deed; chance says which comes next, by how many of each are left. */
async function endEnough(stage: Stage, owner: ReturnType<typeof ownerOn>): Promise<void> {
  const left = new Map([
    [ALL, Math.ceil(COUNT / 2)],
    [DEEDS.rotate, Math.floor(COUNT / 2)],
    [DEEDS.mint, Math.ceil(COUNT / 8)],
    [SINGLE, Math.ceil(COUNT / 8)],
  ]);
  const does: Record<string, (round: number, most: number) => Promise<number>> = {
    [ALL]: (round, most) => revokeAll(stage, round, most),
    [DEEDS.rotate]: (round) => owner.rotate(round),
    [DEEDS.mint]: () => owner.mint(),
    [SINGLE]: (round, most) => revokeThree(stage, round, most),
  };
  for (let round = 0; ; round++) {
    const all = [...left].flatMap(([deed, count]) => Array.from({ length: Math.max(count, 0) }, () => deed));
    const deed = all[stage.nextPlan().pick % Math.max(all.length, 1)];
    if (deed === undefined) return;
    const most = left.get(deed) ?? 0;
    left.set(deed, most - ((await does[deed]?.(round, most)) ?? 0));
    console.log(`after ${deed}: ${stage.truth.kills.length} ended`);
  }
}

/** Ends worker after worker, and asks the server and the extension whether they agree. */
export async function endManyWorkers(browser: string, server: DevServer, hand: Hand): Promise<void> {
  console.log(`${browser}: SEED=${SEED} N=${COUNT}`);
  const truth = truthOf(server);
  const stage = stageWith(hand, truth, SEED);
  await hand.goto('page/index.html#settings');
  for (const address of ['fabrikam', 'contoso']) await call(hand, 'hosts.add', { address });
  const owner = ownerOn(stage);
  try {
    await endEnough(stage, owner);
    await owner.settle();
    const history = (await storedIn(hand, 'local'))<Entry[]>('history', []);
    truth.wrong.push(...truth.ofRequests(), ...truth.ofHistory(history));
    await hand.goto('popup/index.html');
    const shown = () => hand.evaluate('return document.body.innerText');
    await expect.poll(shown, 'the popup opens').toContain('Normal Paulk');
  } finally {
    const slowest = Math.round(stage.slowest() / 1_000);
    console.log(
      `${browser}: workers ended, during what, and what was under way just then\n${tableOf(truth.kills)}\n` +
        `${truth.made.length} tokens made by ${owner.presses()} presses, ${server.requests.length} requests, ` +
        `slowest start by its own alarm ${slowest} s`,
    );
  }
  expect(truth.wrong, `SEED=${SEED} N=${COUNT}`).toEqual([]);
}
