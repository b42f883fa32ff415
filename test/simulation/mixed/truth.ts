import assert from 'node:assert/strict';
import { users } from '../../../dev-server/tenant';
import type { Entry } from '../../../src/core/history';
import type { KnownHost } from '../../../src/core/host';
import type { Intent } from '../../../src/core/minting/intent';
import type { Revoke } from '../../../src/core/revoke';
import type { Rotation } from '../../../src/core/rotation/state';
import type { Stranger } from '../../../src/core/strangers/stranger';
import { entriesOf, journalOf } from '../setting';
import type { Answer } from '../world';
import type { Played, Request } from './play';

const MAKING = ['tokens.mint', 'tokens.create', 'rotations.start', 'rotations.make'];

const tokenOf = ({ asked }: Request) => (asked.answer?.value as { token?: { id: string } } | undefined)?.token?.id;
const isDone = ({ asked }: Request) => asked.answer?.ok === true;

/** What one story relies on that was stored: where that got spoilt, nobody can know it any more. */
const isSpoilt = ({ spoilt }: Played, ...names: string[]) =>
  [...spoilt].some((key) => names.some((name) => key === name || key.startsWith(`${name}:`)));

/** Whether a revoke of it was pressed and not taken back. */
function wasAskedFor(played: Played, tokenId: string): boolean {
  const { requests } = played;
  const own = requests.filter(({ input }) => input.tokenId === tokenId);
  const pressed = own.findLastIndex(({ name }) => name === 'tokens.revoke');
  const undone = own.findLastIndex(({ name, asked }) => name === 'tokens.undo-revoke' && asked.answer?.value === true);
  const wasFirst = own.filter(({ name }) => name === 'tokens.revoke').length > 1; // of two presses, one may have been sent before
  const isForgotten = isSpoilt(played, 'revokes'); // a disk that has lost the last write has lost an Undo with it
  return pressed >= 0 && (undone < pressed || wasFirst || isForgotten);
}

const inRevokeAll = ({ requests }: Played, tokenId: string) =>
  requests.some(
    ({ name, input }) =>
      name === 'revoke-all.start' && (input.tokens as { tokenId: string }[]).some((each) => each.tokenId === tokenId),
  );

/** Whether a rotation may have ended it: the old one after a yes or with its time, a new one by being cancelled. */
function byRotation({ requests, ended }: Played, tokenId: string): boolean {
  const at = ended.get(tokenId)?.at ?? 0;
  const before = requests.filter((each) => each.at <= at);
  const ends = (by: string) => before.some(({ name, input }) => name === 'rotations.end' && input.by === by);
  const isOld = before.some(({ name, input }) => name === 'rotations.start' && input.tokenId === tokenId);
  const wasTaken = before.some(({ name }) => name === 'rotations.handed');
  const isTimed = before.some(({ name, input }) => name === 'rotations.start' && input.keep !== 'until-confirmed');
  return (isOld && (ends('confirmed') || (isTimed && wasTaken))) || ends('cancelled');
}

/** Whom the user was shown when they asked for anything. */
function askers({ requests }: Played): Set<unknown> {
  return new Set(
    requests.flatMap(({ input: { identityId, hosts } }) => [
      identityId,
      ...((hosts as { identityId: string }[] | undefined) ?? []).map((host) => host.identityId),
    ]),
  );
}

/** R5 and R10: nothing ends that nobody ended, and nobody ends what another account asked for. */
function nothingElseEnded(played: Played): void {
  for (const [id, { by }] of played.ended) {
    const why = wasAskedFor(played, id) || inRevokeAll(played, id) || byRotation(played, id);
    assert(why, `somebody wanted ${id} to end`);
    assert(askers(played).has(by), `who ended ${id} is whom the user was shown`);
  }
}

/** As whom the token of an answer was to be made: of a rotation, as whom it was confirmed for that host. */
function makerIn({ input, asked }: Request): unknown {
  const on = (input.on as { hostId: string; identityId: string }[] | undefined) ?? [];
  const made = asked.answer?.value as { hostId: string } | undefined;
  return (on.find(({ hostId }) => hostId === made?.hostId) ?? input).identityId;
}

/** R10: a token that became another account's is told to be that. */
function strangersAreTold(played: Played): void {
  for (const { id, userId } of played.made) {
    const answered = played.requests.find((each) => tokenOf(each) === id);
    if (!answered || makerIn(answered) === userId) continue;
    const made = answered.asked.answer?.value as { madeFor?: { id: string } } | undefined;
    assert.equal(made?.madeFor?.id, userId, `whose ${id} is`);
  }
}

/** R4: one press makes one token, unless the browser or the server doubled it. */
function onePressOneToken({ requests, made, simulation }: Played): void {
  const presses = requests.filter(({ name }) => MAKING.includes(name)).length;
  const doubles = simulation.wire.met.filter((kind) => kind === 'resent').length;
  const twins = simulation.service.requests.filter(({ faults }) => faults.includes('createdTwice')).length;
  assert(made.length <= presses + doubles + twins, `${made.length} tokens made by ${presses} presses`);
}

/** What the history says is so. */
function historyIsTrue(played: Played): void {
  const { simulation } = played;
  const { service } = simulation;
  const history = simulation.stored<Entry[] | undefined>('history') ?? [];
  if (isSpoilt(played, 'history') && !Array.isArray(history)) return; // it says nothing until somebody looks at it
  for (const { deed, tokenId, outcome } of history) {
    if (outcome !== 'done' || tokenId === null) continue;
    if (deed === 'revoked') assert(!service.works(tokenId), `the history says that ${tokenId} is revoked`);
    if (deed === 'made') assert(service.find(tokenId), `the history says that ${tokenId} was made`);
  }
}

/**
 * Moments after which what was asked before is forgotten: an erasure that answered that nothing was unfinished, or whose
 * worker was ended before it answered.
 */
const erasures = ({ requests }: Played) =>
  requests.filter(
    ({ name, asked: { answer } }) =>
      name === 'everything.erase' && (answer === undefined || JSON.stringify(answer.value) === '[]'),
  );

/** Whether a revoke of it was pressed, and no Undo after that has taken it back, or may have before its worker was ended. */
function isWanted({ requests }: Played, tokenId: string): boolean {
  const own = requests.filter(({ input }) => input.tokenId === tokenId);
  const isBack = ({ name, asked: { answer } }: Request) =>
    name === 'tokens.undo-revoke' && (answer === undefined || answer.value === true);
  return own.findLastIndex(({ name }) => name === 'tokens.revoke') > own.findLastIndex(isBack);
}

/** R1: a revoke that was pressed is done, taken back or told. */
function noRevokeIsLost(played: Played): void {
  const { requests, simulation } = played;
  const revokes = simulation.stored<Revoke[] | undefined>('revokes') ?? [];
  const underWay = revokes.filter(({ progress }) => progress.state === 'waiting' || progress.state === 'sent');
  assert.deepEqual(underWay, [], 'revokes under way in the evening');
  if (isSpoilt(played, 'revokes', 'history')) return;
  const erasedAt = Math.max(0, ...erasures(played).map(({ at }) => at));
  const history = simulation.stored<Entry[] | undefined>('history') ?? [];
  for (const each of requests.filter(({ name }) => name === 'tokens.revoke')) {
    const tokenId = String(each.input.tokenId);
    if (!isDone(each) || each.at <= erasedAt || !isWanted(played, tokenId)) continue;
    const isTold =
      revokes.some((revoke) => revoke.tokenId === tokenId) ||
      history.some((entry) => entry.tokenId === tokenId && entry.deed === 'revoked' && entry.outcome !== 'done');
    assert(!simulation.service.works(tokenId) || isTold, `the revoke of ${tokenId} is done or told`);
  }
}

/** Longer than that no request of a story is on its way. */
const LONGEST_WAY = 5 * 60_000;

/** R3: a token of ours is handed over, or shown as one that nobody has. */
function noStrayIsHidden(played: Played, last: (Answer | undefined)[]): void {
  const { simulation, made, requests, kept } = played;
  const intents = simulation.stored<Intent[] | undefined>('intents') ?? [];
  const rotations = simulation.stored<Rotation[] | undefined>('rotations') ?? [];
  // What was on its way when "anyway" was pressed may be made after it: whoever pressed was told of that.
  const erasedAt = Math.max(
    0,
    ...erasures(played).map(({ at, input }) => at + (input.anyway === true ? LONGEST_WAY : 0)),
  );
  const removed = requests.filter(({ name }) => name === 'hosts.remove');
  if (last.every((answer) => answer?.ok))
    // What another account has made, its own list alone can tell.
    for (const { strayIds, identityId } of intents)
      if (identityId === users.normal.id) assert(strayIds.length > 0, 'a create that is settled');
  if (isSpoilt(played, 'intents', 'minted', 'rotations', 'hosts')) return;
  // Pressed for another account, whose list alone settles that, and made for this one: it is a stranger here.
  const isTheirs = intents.some(({ identityId }) => identityId !== users.normal.id);
  const strangers = (isTheirs && simulation.stored<Stranger[] | undefined>('strangers')) || [];
  const known = new Set([
    ...strangers.map(({ tokenId }) => tokenId as string),
    ...requests.flatMap((each) => tokenOf(each) ?? []),
    ...kept,
    ...intents.flatMap(({ strayIds }) => strayIds as string[]),
    ...rotations.flatMap(({ parts }) =>
      parts.flatMap(({ progress }) => ('tokenId' in progress ? progress.tokenId : [])),
    ),
  ]);
  for (const { id, at, userId } of made) {
    if (at <= erasedAt || removed.length > 0 || !simulation.service.works(id) || userId !== users.normal.id) continue;
    assert(known.has(id), `${id}, which was made, was handed over or is shown`);
  }
}

/** R2, R9: a revoke-all has come to an end, or was stopped; what it calls revoked is. */
function revokeAllIsTrue({ simulation }: Played): void {
  const journal = journalOf(simulation);
  if (!journal) return;
  assert(['done', 'stopped'].includes(journal.phase), `a revoke-all has an end: ${journal.phase}`);
  for (const { id, state, reason } of entriesOf(simulation)) {
    // "Gone" with a reason is what the server said; no list has shown it yet, and the screen says "not confirmed".
    const isClaimed = state === 'revoked' || (state === 'gone' && reason === null);
    if (isClaimed) assert(!simulation.service.works(id), `a revoke-all says that ${id} is revoked`);
    if (journal.phase === 'done') assert(['revoked', 'gone', 'failed', 'kept'].includes(state), `${id}: ${state}`);
  }
}

/** R9: who asks is answered, unless the worker was ended before. */
function everyoneIsAnswered({ requests }: Played): void {
  const waiting = requests.filter(({ asked }) => !asked.hasEnded).map(({ name }) => name);
  assert.deepEqual(waiting, [], 'who waits for an answer');
}

/** R11: whatever storage went through, what is known in the evening can be read. */
function stillWorks({ simulation, hosts }: Played, last: (Answer | undefined)[]): void {
  const known = simulation.stored<KnownHost[] | null | undefined>('hosts') ?? [];
  for (const [index, { id }] of hosts.entries())
    if (known.some((host) => host.id === id)) assert(last[index]?.ok, `${id}: ${JSON.stringify(last[index])}`);
}

/** Everything that has to be so at the end of every story. */
export function expectTruth(played: Played & { last: (Answer | undefined)[] }): void {
  nothingElseEnded(played);
  onePressOneToken(played);
  strangersAreTold(played);
  historyIsTrue(played);
  noRevokeIsLost(played);
  noStrayIsHidden(played, played.last);
  revokeAllIsTrue(played);
  everyoneIsAnswered(played);
  stillWorks(played, played.last);
  assert.deepEqual(played.simulation.service.alarms, []);
  assert(played.simulation.wire.most <= 4, `${played.simulation.wire.most} under way at once`);
}
