import { meaningOf } from '../../core/failure-meaning';
import type { HostId, KnownHost } from '../../core/host';
import { type Intent, mayBeOf, settle } from '../../core/minting/intent';
import { withAnswer } from '../../core/reminders/signed-out';
import type { Failure } from '../../core/result';
import type { Snapshot } from '../../core/snapshot';
import { log } from '../../platform/log';
import { stored } from '../../platform/stored';
import { knownHost } from '../connection/connection';
import { lastList } from '../last-list';
import { grantKept } from '../ledgers/grants';
import { keepHistory } from '../ledgers/history';
import { isInFlight } from '../ledgers/in-flight';
import { settleRotations } from '../ledgers/rotations';
import { forgetGone } from '../ledgers/spared';
import { forgetTyped } from '../ledgers/unsent';
import { findEnded } from '../reminders/ended-elsewhere';
import { keepOtherAccounts } from '../reminders/other-accounts';
import { lookAtTokens } from '../reminders/remind';
import { findStrangers } from '../reminders/strangers';
import { keepFailure } from './keep-failure';
import { noteTurn } from './turns';

/** A list that was just read: asked for by our own clock, answered by the server's. */
type Listed = { hostId: HostId; snapshot: Snapshot; askedAt: number; servedAt: number };

/** `of`: whether it follows from any list, or from the newest alone, which no later one has overtaken. */
type FromList = { name: string; of: 'any' | 'newest'; follow: (listed: Listed) => Promise<void> };

async function settleIntents({ hostId, snapshot, askedAt, servedAt }: Listed): Promise<void> {
  await grantKept();
  const isTheirs = (intent: Intent) => intent.hostId === hostId && intent.identityId === snapshot.identity.id;
  const news = (await stored.intents.get()).filter((intent) => isTheirs(intent) && intent.strayIds.length === 0);
  const isMade = (intent: Intent) => snapshot.tokens.some((token) => mayBeOf(intent, token));
  // What a worker that was ended has made, it has not forgotten.
  forgetTyped(news.filter((intent) => intent.grantedId !== null || isMade(intent)));
  await stored.intents.update((intents) =>
    intents.flatMap((intent) => {
      const isOver = isTheirs(intent) && !isInFlight(intent.id);
      return (isOver ? settle(intent, { ...snapshot, askedAt, servedAt }) : intent) ?? [];
    }),
  );
}

/** Neither the disk nor memory has room for a list: only beside the last one, or where none is, can the screens say so. */
async function tellNoRoom({ hostId, snapshot }: Listed, error: unknown): Promise<void> {
  log.warn('list in memory', error);
  await keepFailure(hostId, { kind: 'full' }, snapshot.identity);
}

/** Where the disk takes nothing more, the list is shown from memory. */
async function showList(listed: Listed): Promise<void> {
  const { hostId, snapshot } = listed;
  const [list, unsaved] = [{ snapshot, failure: null }, stored.unsaved(hostId)];
  try {
    await stored.reading(hostId).set(list);
    if ((await unsaved.get()).snapshot) await unsaved.remove();
  } catch (error) {
    log.warn('list', error);
    await unsaved.set(list).catch((trouble: unknown) => tellNoRoom(listed, trouble));
  }
}

async function noteEnded({ hostId, snapshot }: Listed): Promise<void> {
  const [ended, host] = [await findEnded(hostId, await lastList(hostId), snapshot), await knownHost(hostId)];
  if (!host.ok || ended.length === 0) return;
  const happened = ended.map(({ tokenId, name }) => ({ tokenId, name, by: '' }));
  keepHistory(host.value, ...happened.map((each) => ({ deed: 'ended', outcome: 'done', ...each }) as const));
}

/** What follows from a list, one after the other in this order, before anybody is told that it was read. */
export const FROM_A_LIST: readonly FromList[] = [
  // Both compare it with the one before, whose place it then takes on the disk or in memory.
  { name: 'accounts', of: 'newest', follow: ({ hostId, snapshot }) => keepOtherAccounts(hostId, snapshot.identity) },
  { name: 'ended', of: 'newest', follow: noteEnded },
  {
    name: 'screens',
    of: 'newest',
    follow: showList,
  },
  { name: 'spared', of: 'newest', follow: ({ hostId, snapshot }) => forgetGone(hostId, snapshot) },
  // An intent is all that says of a token whose worker was ended that it is ours; settled, it is gone.
  { name: 'strangers', of: 'newest', follow: ({ hostId, snapshot }) => findStrangers(hostId, snapshot) },
  { name: 'intents', of: 'any', follow: settleIntents },
  // Whether a create is still open is asked of what is left of the intents.
  {
    name: 'rotations',
    of: 'any',
    follow: ({ hostId, snapshot, askedAt }) => settleRotations(hostId, snapshot, askedAt),
  },
];

/** How a reading ended, and whether somebody was seen signed in before. */
type ReadingEnd = [failure: Failure | null, isSeen: boolean];

/** Whether nobody is signed in, by how a reading ended; `null` where that is as open as before. */
function isSignedOut(...[failure, isSeen]: ReadingEnd): boolean | null {
  if (failure === null) return false;
  const { session } = meaningOf(failure);
  if (session === 'unsaid') return isSeen ? false : null;
  return session === 'nobody';
}

async function noteSession({ id }: KnownHost, ...end: ReadingEnd): Promise<void> {
  await stored.signedOut.update((all) => withAnswer(all, { hostId: id, isOut: isSignedOut(...end) }, Date.now()));
}

type FromReading = { name: string; follow: (host: KnownHost, ...end: ReadingEnd) => Promise<void> };

/** What follows from any reading, also one that failed, in this order and in the background. */
export const FROM_A_READING: readonly FromReading[] = [
  { name: 'session', follow: noteSession },
  { name: 'turns', follow: noteTurn },
  // The last, since it counts and tells by all that is written above.
  { name: 'reminders', follow: lookAtTokens },
];

/** Does what follows from a list; `isNewest` is asked once, before anything is written. */
export async function followList(listed: Listed, isNewest: boolean): Promise<void> {
  for (const { name, of, follow } of FROM_A_LIST)
    if (of === 'any' || isNewest)
      // What cannot be written down of one thing is no reason to keep the others from the user.
      await follow(listed).catch((error: unknown) => log.warn(name, error));
}

/** Does what follows from a reading of a host, whoever asked for it. */
export async function followReading(host: KnownHost, ...end: ReadingEnd): Promise<void> {
  if (!(await knownHost(host.id)).ok) return;
  for (const { follow } of FROM_A_READING) await follow(host, ...end);
}
