import type { Entry } from '../../core/history';
import type { HostId, KnownHost } from '../../core/host';
import { placeOf } from '../../core/minting/minted';
import { isSame, type Placed, placedKey } from '../../core/names/placed';
import { fail, ok, type Result } from '../../core/result';
import {
  type Revoke,
  type RevokeOutcome,
  UNDO_WITHIN,
  untold,
  withoutWaiting,
  withProgress,
  withRevoke,
} from '../../core/revoke';
import type { TokenId } from '../../core/token';
import { MUCH_LATER, orMuchLater, SHORTEST_WAIT, setAlarm } from '../../platform/alarm';
import { inBackground, log } from '../../platform/log';
import { isForgotten, removalsSoFar } from '../../platform/of-host';
import { oncePerKey } from '../../platform/once';
import { queue } from '../../platform/queue';
import { stored } from '../../platform/stored';
import { accountOn } from '../connection/account-names';
import { knownHost } from '../connection/connection';
import { lastList } from '../last-list';
import { whileDoing } from '../ledgers/deeds';
import { entryOf, goOnAndTell, revokedAs } from '../ledgers/history';
import { dropSecret } from '../minting/secrets';
import { revokeNow } from './now';

export const RUN_REVOKES = 'run-revokes';

type Deed = { hostId: HostId; identityId: string; tokenId: TokenId };

/** Those that this worker has begun to send; what else is "sent" was begun by a worker that is gone. */
const once = oncePerKey<string, void>();

/** A press finds what the one before it has written: an Undo that comes a millisecond after its revoke, too. */
const inOrder = queue();

/** As the list has it, or as it was just made: another account's token is in no list of ours. */
async function nameOf({ hostId, tokenId }: Deed): Promise<string> {
  const snapshot = await lastList(hostId);
  const made = (await stored.minted.get()).map(({ token }) => token);
  return [...(snapshot?.tokens ?? []), ...made].find(({ id }) => id === tokenId)?.name ?? '';
}

async function forgetIfNew(of: Placed): Promise<void> {
  const kept = await stored.minted.get();
  const isNew = kept.some((each) => isSame(of, placeOf(each)));
  if (isNew) await dropSecret(of);
}

/** Revokes as a person has pressed. Nobody hands over what works no more, also where that began on the screen that does. */
async function revokePressed(deed: Deed): Promise<Result<RevokeOutcome>> {
  const outcome = await revokeNow({ ...deed, byPress: true });
  if (outcome.ok && outcome.value !== 'active') await forgetIfNew(deed);
  return outcome;
}

/** Where the disk takes no note, it is done at once and waited for: a full disk must not keep a token alive. */
async function withoutNote(deed: Deed): Promise<Result<void>> {
  const outcome = await revokePressed(deed);
  if (!outcome.ok) return outcome;
  return outcome.value === 'revoked' ? ok() : fail({ kind: 'interrupted' });
}

/** Of a host that is not there nothing is noted: nobody would be told what became of it. */
async function note(deed: Deed): Promise<Result<KnownHost>> {
  const host = await knownHost(deed.hostId);
  if (!host.ok) return host;
  takenBack.delete(placedKey(deed));
  // Before the note: a worker that is ended right after it leaves nothing else that would start the next one.
  await setAlarm(RUN_REVOKES, Date.now() + UNDO_WITHIN).catch(withoutAlarm);
  const name = await nameOf(deed);
  const asked: Revoke = { ...deed, name, dueAt: Date.now() + UNDO_WITHIN, progress: { state: 'waiting' } };
  await stored.revokes.update((revokes) => withRevoke(revokes, asked));
  return host;
}

/**
 * Revokes a token once the time for an Undo is over. It is written down first, so that it happens once and whatever
 * happens to the popup or the worker meanwhile.
 */
export async function revoke(deed: Deed): Promise<Result<void>> {
  const since = removalsSoFar();
  const noting = whileDoing({ what: 'revoke', on: [deed.hostId] }, () => inOrder(() => note(deed)));
  const noted = await noting.catch((error: unknown) => void log.warn('a note of a revoke', error));
  if (noted?.ok === false) return noted;
  if (!noted) return await whileDoing({ what: 'revoke', on: [deed.hostId] }, () => withoutNote(deed));
  if (isForgotten(deed.hostId, since)) return fail({ kind: 'not-found' }); // and its note is gone with it
  setTimeout(() => inBackground('revoke', runRevokes()), UNDO_WITHIN);
  await wakeForRevokes().catch(withoutAlarm);
  return ok();
}

/** What can be done without an alarm is done. */
const withoutAlarm = (error: unknown) => log.warn('alarm for revokes', error);

const isOpen = ({ progress: { state } }: Revoke) => state === 'waiting' || state === 'sent';

/** A clock that was set back must not make anybody wait longer than they were told. */
const isDue = ({ dueAt }: Revoke, now: number) => dueAt <= now || dueAt > now + UNDO_WITHIN;

/** What a worker that was ended had claimed is due as well: whether it was sent is not known, and sending it again does no harm. */
const isToBeSent = (revoke: Revoke, now: number) =>
  revoke.progress.state === 'sent' || (revoke.progress.state === 'waiting' && isDue(revoke, now));

/** The alarm is for a worker that is ended meanwhile: browsers hold back one that is due in less than half a minute. */
async function wakeForRevokes(unkept: Revoke[] = []): Promise<void> {
  const now = Date.now();
  const open = (await stored.revokes.get()).filter(isOpen);
  const nextOf = (each: Revoke) => {
    if (unkept.some((one) => isSame(one, each))) return now + MUCH_LATER;
    return isToBeSent(each, now) ? now + SHORTEST_WAIT : each.dueAt;
  };
  const next = open.map(nextOf);
  await setAlarm(RUN_REVOKES, next.length > 0 ? Math.min(...next) : null);
}

/** Those that this worker has taken back: whoever presses Undo beside another one hears the same. */
const takenBack = new Set<string>();

async function takeBack(of: Placed): Promise<boolean> {
  let isWaiting = false;
  await stored.revokes.update((revokes) => {
    const left = withoutWaiting(revokes, of);
    isWaiting = left.length < revokes.length;
    return left;
  });
  if (isWaiting) takenBack.add(placedKey(of));
  return takenBack.has(placedKey(of));
}

/** Answers whether nothing was sent; of one that nobody knows any more, nobody can say that. */
export async function undoRevoke(of: Placed): Promise<Result<boolean>> {
  return ok(await inOrder(() => takeBack(of)));
}

export async function toldOfRevokes({ revokes: told }: { revokes: Placed[] }): Promise<Result<void>> {
  await stored.revokes.update((revokes) => untold(revokes, told, Date.now()));
  return ok();
}

/** The word for how a revoke ended; nobody is told of it on a host that is removed by now. */
async function entriesOf(
  { hostId, identityId, tokenId, name }: Revoke,
  ended: Result<RevokeOutcome>,
): Promise<Entry[]> {
  const host = await knownHost(hostId);
  if (!host.ok) return [];
  const { name: by } = await accountOn(host.value, identityId);
  return [entryOf(host.value, revokedAs({ tokenId, name, by }, ended))];
}

async function send(revoke: Revoke): Promise<void> {
  const { hostId, identityId, tokenId } = revoke;
  const outcome = await revokePressed({ hostId, identityId, tokenId });
  const at = Date.now();
  const progress: Revoke['progress'] = outcome.ok
    ? { state: 'ended', at, outcome: outcome.value }
    : { state: 'failed', at, failure: outcome.failure };
  const entries = await entriesOf(revoke, outcome);
  await goOnAndTell(stored.revokes, (revokes) => [withProgress(revokes, { hostId, tokenId }, progress), entries]);
}

const claimed = (revokes: Revoke[], of: Placed) =>
  revokes.some((each) => isSame(each, of) && isOpen(each)) ? withProgress(revokes, of, { state: 'sent' }) : revokes;

/** Writes `sent` down before the request goes out, unless an Undo came first, or its end: whoever asks may have read it before. */
async function claim(revoke: Revoke): Promise<boolean> {
  await stored.revokes.update((revokes) => claimed(revokes, revoke));
  return (await stored.revokes.get()).some((each) => isSame(each, revoke) && each.progress.state === 'sent');
}

async function claimAndSend(revoke: Revoke): Promise<void> {
  if (await claim(revoke)) await send(revoke);
}

/** Sends a revoke; who comes while it is under way waits for the same. */
const sendOnce = (revoke: Revoke) => once(placedKey(revoke), () => claimAndSend(revoke));

/** Those that are pressed on a host are sent at once, before it is removed, and their end is waited for. */
export async function finishRevokesOf(hostId: HostId): Promise<void> {
  const open = (await stored.revokes.get()).filter((each) => each.hostId === hostId && isOpen(each));
  await Promise.all(open.map(sendOnce));
}

/** Sends what is due. The alarm comes first: the one that may have started this worker does not go off again. */
async function sendDue(): Promise<void> {
  const now = Date.now();
  const due = (await stored.revokes.get()).filter((each) => isToBeSent(each, now));
  if (due.length > 0) await wakeForRevokes().catch(withoutAlarm);
  const ends = await Promise.allSettled(due.map(sendOnce));
  for (const end of ends) if (end.status === 'rejected') log.warn('revoke', end.reason);
  // One whose end no disk takes must not make the others wait.
  await wakeForRevokes(due.filter((_, index) => ends[index]?.status === 'rejected'));
}

export function runRevokes(): Promise<void> {
  return orMuchLater(RUN_REVOKES, sendDue);
}
