import { setTimeout as pause } from 'node:timers/promises';
import type { Entry } from '../../src/core/history';
import type { Journal, RevokeAllEntry } from '../../src/core/revoke-all/journal';
import { ask, call, storedIn, until } from './hand';
import { at, type Stage } from './stage';

const TOKENS = 60;
export const DEED = 'revoke all';

async function journalIn({ hand }: Stage): Promise<Journal | null> {
  return (await storedIn(hand, 'local'))<Journal | null>('revocation', null);
}

/** Presses, and ends worker after worker, until it is done or enough were ended; answers how many were. */
async function endInTheMiddle(stage: Stage, message: object, most: number): Promise<number> {
  let ended = 0;
  while (ended < most) {
    const phase = (await journalIn(stage))?.phase;
    if (phase === 'done') break;
    const plan = stage.nextPlan();
    stage.slowDown(plan);
    // A press whose worker was ended before it had written anything is pressed again.
    if (phase === undefined) await ask(stage.hand, 'revoke-all.start', message);
    const isUnderWay = async () => (await journalIn(stage))?.phase !== 'done';
    const again = phase === undefined ? 'tokens.refresh' : 'revoke-all.continue';
    if (await stage.end(DEED, plan, { isUnderWay, again })) ended += 1;
  }
  return ended;
}

async function toItsEnd(stage: Stage, message: object): Promise<Journal> {
  const { hand, truth } = stage;
  truth.server.faults.clear();
  if (!(await journalIn(stage))) await call(hand, 'revoke-all.start', message);
  return await until('an end of a revoke-all', async () => {
    const journal = await journalIn(stage);
    if (journal?.phase === 'done') return journal;
    await call(hand, 'revoke-all.continue', {});
    return undefined;
  });
}

/** What is told of it, and is not so. */
async function falseIn({ hand, truth }: Stage, ids: string[], { summary, parts }: Journal): Promise<string[]> {
  const stored = await storedIn(hand, 'local');
  const entries = Array.from({ length: parts }, (_, part) => stored<RevokeAllEntry[]>(`revocation:${part}`, [])).flat();
  const told = stored<Entry[]>('history', []).filter(({ deed, outcome }) => deed === 'revoked' && outcome === 'done');
  const { revoked, kept, failed, left } = summary ?? {};
  const sum = [revoked, kept, failed, left].join(' ');
  return [
    ...(sum === `${ids.length} 0 0 0` ? [] : [`a revoke-all of ${ids.length} says ${sum}`]),
    ...ids.filter(truth.works).map((id) => `${id} still works after a revoke-all`),
    ...ids
      .filter((id) => !['revoked', 'gone'].includes(entries.find((entry) => entry.id === id)?.state ?? ''))
      .map((id) => `${id} is not told to be revoked`),
    ...ids.filter((id) => !told.some(({ tokenId }) => tokenId === id)).map((id) => `${id} is not in the history`),
  ];
}

/** Everything in fabrikam is revoked, with workers ended in the middle of it; answers how many were. */
export async function revokeAll(stage: Stage, round: number, most: number): Promise<number> {
  const { hand, truth } = stage;
  const names = Array.from({ length: TOKENS }, (_, index) => `all ${round} ${index}`);
  const ids = (await stage.add('fabrikam', names)).map(({ token }) => token.authorizationId);
  await stage.refresh('fabrikam');
  const wanted = new Set(ids);
  truth.allow((id) => wanted.has(id));
  const { hostId, identityId } = at('fabrikam');
  const tokens = ids.map((tokenId) => ({ hostId, tokenId }));
  const message = { hosts: [{ hostId, identityId }], tokens, kept: [], typed: 'fabrikam' };
  const ended = await endInTheMiddle(stage, message, most);
  const journal = await toItsEnd(stage, message);
  await pause(500); // the history is written beside it
  truth.wrong.push(...(await falseIn(stage, ids, journal)));
  await until('a journal that is put away', async () => {
    await call(hand, 'revoke-all.close', {});
    return (await journalIn(stage)) === null || undefined;
  });
  return ended;
}
