import { mayHaveBeenDone, meaningOf } from '../../core/failure-meaning';
import { type Failure, ok, type Result } from '../../core/result';
import { dueAt, toLookAt, toRevoke } from '../../core/rotation/plan';
import type { Target } from '../../core/rotation/roles';
import type { Sight } from '../../core/rotation/sight';
import type { Rotation } from '../../core/rotation/state';
import { type Event, endsAt } from '../../core/rotation/step';
import { orMuchLater } from '../../platform/alarm';
import { log } from '../../platform/log';
import { queue } from '../../platform/queue';
import { stored } from '../../platform/stored';
import { whileDoing } from '../ledgers/deeds';
import { isInFlight } from '../ledgers/in-flight';
import {
  adoptKeptSecrets,
  type Ended,
  findRotation,
  RUN_ROTATIONS,
  sightOf,
  stepRotations,
  wakeForRotations,
} from '../ledgers/rotations';
import { dropSecret } from '../minting/secrets';
import { readAs } from '../reading/read-as';
import { revokeNow } from '../revoking/now';

/** Reads every list that matters, each as the account that has to be signed in there. */
async function look(rotation: Rotation): Promise<Result<Sight[]>> {
  const sights: Sight[] = [];
  for (const account of toLookAt(rotation)) {
    const read = await readAs(account);
    if (!read.ok) return read;
    sights.push(await sightOf(account.hostId, read.value.snapshot, read.value.askedAt));
  }
  return ok(sights);
}

/** What was due could not be done now: it is tried again later. */
async function putOff(id: string, failure: Failure | null): Promise<false> {
  await stepRotations({ kind: 'tried', failure, at: Date.now() }, id);
  return false;
}

const isDue = (rotation: Rotation, now: number) => (dueAt(rotation, now) ?? Number.POSITIVE_INFINITY) <= now;

/** A create of this worker that is still under way tells by its answer. */
const isBusy = ({ parts }: Rotation) => parts.some(({ name }) => isInFlight(name));

/** Revokes what is to go, if fresh lists show that it may; answers whether there can be more to do. */
async function revokeNext(rotation: Rotation, byPress: boolean): Promise<boolean> {
  const { id } = rotation;
  const looked = await look(rotation);
  if (!looked.ok) return await putOff(id, looked.failure);
  const seen = await findRotation(id);
  const target = seen && toRevoke(seen, looked.value);
  if (!target) {
    const unread = looked.value.some(({ complete }) => !complete);
    return seen && isDue(seen, Date.now()) ? await putOff(id, unread ? { kind: 'misfit' } : null) : false;
  }
  return await whileDoing({ what: 'rotation', on: [target.hostId] }, () => revokeTarget(id, target, byPress));
}

/** Without an answer a revoke may still arrive, though a list has the token: the note of it stays. */
const isUnanswered = (failure: Failure) => mayHaveBeenDone(failure) && meaningOf(failure).place === 'unsaid';

/** What the answer to a revoke is to its rotation. */
function answerOf({ target: { hostId, tokenId }, ended }: Ended): Event {
  const [at, of] = [Date.now(), { hostId, tokenId }];
  if (!ended.ok)
    return { kind: 'tried', failure: ended.failure, at, ...(isUnanswered(ended.failure) ? {} : { undone: of }) };
  return ended.value === 'revoked' ? { kind: 'revoked', ...of, at } : { kind: 'tried', failure: null, at };
}

async function revokeTarget(id: string, target: Target, byPress: boolean): Promise<boolean> {
  const { hostId, tokenId } = target;
  await stepRotations({ kind: 'sending', hostId, tokenId, at: Date.now() }, id).catch(withoutNote);
  const ended = await revokeNow({ ...target, byPress });
  await stepRotations(answerOf({ target, ended }), id, { target, ended });
  if (!ended.ok || ended.value !== 'revoked') return false;
  await dropSecret({ hostId, tokenId });
  return true;
}

/** What a full disk does not take is told by the answer alone. */
const withoutNote = (error: unknown) => log.warn('a note of a rotation’s revoke', error);

async function doNext(id: string, byPress: boolean): Promise<boolean> {
  const rotation = await findRotation(id);
  const now = Date.now();
  if (!rotation || !isDue(rotation, now) || isBusy(rotation)) return false;
  if (endsAt(rotation) === null) return await revokeNext(rotation, byPress);
  await stepRotations({ kind: 'time-over', at: now }, id);
  return true;
}

async function doWhatIsDue(id: string, byPress: boolean): Promise<void> {
  while (await doNext(id, byPress));
}

const queues = new Map<string, ReturnType<typeof queue>>();

/** Does for one rotation what is due by now, after whoever is at it already; `byPress`: a person waits for it. */
export function runRotation(id: string, byPress = false): Promise<void> {
  const inOrder = queues.get(id) ?? queue();
  queues.set(id, inOrder);
  return inOrder(() => doWhatIsDue(id, byPress));
}

async function runEach(): Promise<void> {
  await adoptKeptSecrets();
  await stepRotations({ kind: 'waited', at: Date.now() });
  for (const { id } of await stored.rotations.get()) await runRotation(id);
  await wakeForRotations();
}

/** Does what is due for every rotation, also what a worker that was ended had begun. */
export function runRotations(): Promise<void> {
  return orMuchLater(RUN_ROTATIONS, runEach);
}
