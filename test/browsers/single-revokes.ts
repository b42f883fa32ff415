import type { Entry } from '../../src/core/history';
import type { Revoke } from '../../src/core/revoke';
import { ask, call, type End, storedIn, until, wake } from './hand';
import { at, type Stage } from './stage';

export const DEED = 'revoke';
/** Within this the time for an Undo is over, and what was pressed has been sent. */
const WINDOW = 7_000;

type Pressed = { id: string; revoke: End; undo?: End };

const ofWhich = (id: string) => ({ hostId: at('contoso').hostId, tokenId: id });
const openIn = async ({ hand }: Stage) =>
  (await storedIn(hand, 'local'))<Revoke[]>('revokes', []).filter(
    ({ progress: { state } }) => state === 'waiting' || state === 'sent',
  );

/** Presses, with the worker ended soon after it; what came of the press, and whether a worker was ended. */
async function press(stage: Stage, name: string, input: object): Promise<{ end: End; hasEnded: boolean }> {
  const plan = stage.nextPlan();
  stage.slowDown(plan);
  const ended = await ask(stage.hand, name, input);
  const hasEnded = await stage.end(DEED, plan);
  return { end: await until(`an end of ${name}`, ended), hasEnded };
}

/** What was told of a token, and is not so. */
function falseOf({ truth }: Stage, { id, revoke, undo }: Pressed, history: Entry[]): string[] {
  const works = truth.works(id);
  const isTold = history.some(
    ({ tokenId, deed, outcome }) => tokenId === id && deed === 'revoked' && outcome === 'done',
  );
  if (undo?.reply?.ok && undo.reply.value === true) return works ? [] : [`${id} was taken back, and is revoked`];
  if (!revoke.reply?.ok || (undo && !undo.reply)) return [];
  return [
    ...(works ? [`the revoke of ${id} is lost`] : []),
    ...(isTold ? [] : [`the revoke of ${id} is not in the history`]),
  ];
}

/** Three tokens are revoked, perhaps one of them taken back, with workers ended meanwhile; answers how many were. */
export async function revokeThree(stage: Stage, round: number, most: number): Promise<number> {
  const { hand, truth } = stage;
  const added = await stage.add(
    'contoso',
    [1, 2, 3].map((index) => `one ${round} ${index}`),
  );
  const ids = added.map(({ token }) => token.authorizationId);
  truth.allow((id) => ids.includes(id));
  await stage.refresh('contoso');
  const pressed: Pressed[] = [];
  let ended = 0;
  for (const id of ids) {
    const { end, hasEnded } = await press(stage, 'tokens.revoke', { ...at('contoso'), tokenId: id });
    pressed.push({ id, revoke: end });
    ended += Number(hasEnded);
  }
  const [first] = pressed;
  if (first && stage.nextPlan().pick % 2 === 0) {
    const { end, hasEnded } = await press(stage, 'tokens.undo-revoke', ofWhich(first.id));
    first.undo = end;
    ended += Number(hasEnded);
  }
  for (const until = Date.now() + WINDOW; Date.now() < until && ended < most; ) {
    const plan = stage.nextPlan();
    stage.slowDown(plan);
    const isUnderWay = async () => (await openIn(stage)).length > 0;
    ended += Number(await stage.end(DEED, { ...plan, after: plan.after * 2 }, { isUnderWay }));
  }
  truth.server.faults.clear();
  await until('an end of all revokes', async () => {
    await wake(hand);
    return (await openIn(stage)).length === 0 || undefined;
  });
  await stage.refresh('contoso');
  const history = (await storedIn(hand, 'local'))<Entry[]>('history', []);
  truth.wrong.push(...pressed.flatMap((each) => falseOf(stage, each, history)));
  await call(hand, 'revokes.told', { revokes: ids.map(ofWhich) });
  return ended;
}
