import { effect, untracked } from '@preact/signals';
import { answered, call } from '../../contract/call';
import { ALL_HOSTS } from '../../core/all-hosts';
import type { Change } from '../../core/change';
import { meaningOf } from '../../core/failure-meaning';
import type { HostId } from '../../core/host';
import { fieldOf, type Refused } from '../../core/minting/refused-field';
import type { Failure, Result } from '../../core/result';
import { inBackground } from '../../platform/log';
import { stored } from '../../platform/stored';
import type { HelpfulPage } from '../on-screen';
import { busy } from '../stores/busy';
import { host, hosts, showsAll } from '../stores/hosts';
import { refreshing, show, shown, whileReading } from '../stores/lists';
import { hush, warn } from '../stores/notice';
import { isOfAnother, knowFirst } from '../stores/readings';
import { failureText } from '../words/failures';
import { viewAddress } from './pages';

/** Whether the screen may be about an account that is not there any more: it has to show who is. */
function isAboutSession(failure: Failure): boolean {
  const { session } = meaningOf(failure);
  return session !== 'same' && session !== 'unsaid';
}

type Way = {
  /** Puts the reason into a longer sentence. */
  inSentence?: (why: string) => string;
  /** `warnToo` where others may have failed beside it. */
  tell?: typeof warn;
};

function pageFor(failure: Failure): HelpfulPage | undefined {
  if (failure.kind === 'signed-out') return { address: failure.signInUrl, open: 'open_sign_in' };
  return failure.kind === 'full' ? { address: viewAddress('organizations'), open: 'open_organizations' } : undefined;
}

function sayWhy(failure: Failure, about: string, { inSentence = (why) => why, tell = warn }: Way = {}): void {
  tell(inSentence(failureText(failure, { host: about, now: Date.now() })), pageFor(failure));
}

/** Says why something failed. */
export function explain(failure: Failure, about: string, way?: Way): void {
  sayWhy(failure, about, way);
  if (isAboutSession(failure)) inBackground('refresh', refresh());
}

/** Does one deed, one at a time; `about` is the host or address it is done to, for the words about its failure. */
export async function doing<T>(
  about: string,
  deed: () => Promise<Result<T>>,
  tell: typeof explain = explain,
): Promise<Result<T> | undefined> {
  return busy.value ? undefined : await waitFor(about, deed(), tell);
}

/**
 * Shows under its field what is refused of one that was filled in, in place of saying it, as long as the place of those fields
 * `isFree`; all else is said.
 */
export const refusing =
  (asked: Change, isFree: () => boolean, show: (refused: Refused) => void): typeof explain =>
  (failure, about, way) => {
    const field = fieldOf(failure);
    if (!field || !(field in asked) || !isFree()) return explain(failure, about, way);
    hush();
    show({ failure, asked });
  };

/** Waits for a deed that was sent; nothing else can be pressed until it is done. */
export async function waitFor<T>(about: string, deed: Promise<Result<T>>, tell = explain): Promise<Result<T>> {
  busy.value = true;
  const result = await deed;
  busy.value = false;
  if (!result.ok) tell(result.failure, about);
  return result;
}

/** Those that were read from here. */
const read = new Set<HostId>();

/** Answers the host if it was read. */
async function refreshHost(hostId: HostId, asked?: Promise<unknown>): Promise<HostId[]> {
  read.add(hostId);
  const list = await (asked !== undefined ? answered('tokens.refresh', asked) : call('tokens.refresh', { hostId }));
  await knowFirst(hostId);
  if (list.ok) return [hostId];
  // A failure is stored beside the list, and shown from there as soon as storage tells of it; a worker that was ended
  // stores none, nor does a full disk. It is no reason to read again, which would fail as this did, without an end.
  const { failure } = await stored.reading(hostId).get();
  const kept = shown.value.find(({ host }) => host.id === hostId);
  if (failure === null && kept) sayWhy(list.failure, kept.host.name);
  return [];
}

/** Reads what is on the screen again; answers the hosts that were read. */
export const refresh = (): Promise<HostId[]> => refreshBeside(new Map());

/** The same, but for what has been asked for already. */
export async function refreshBeside(asked: ReadonlyMap<HostId, Promise<unknown>>): Promise<HostId[]> {
  const chosen = showsAll.value ? ALL_HOSTS : host.value?.id;
  if (chosen === undefined) return [];
  return await whileReading(async () => {
    await show(chosen);
    return (await Promise.all(shown.value.map(({ host: { id } }) => refreshHost(id, asked.get(id))))).flat();
  });
}

const switched = new Set<string>();

/**
 * Reads the list of an account that was seen in the place of another one, by whatever was asked in the background: once, and it is loading
 * from then on, since nobody has failed to read it.
 */
export function followAccounts(): void {
  effect(() => {
    const found = shown.value.flatMap(({ host }) => (isOfAnother(host) ? `${host.id} ${host.identity?.id}` : []));
    const news = found.filter((each) => !switched.has(each));
    for (const each of news) switched.add(each);
    if (news.length > 0) untracked(() => inBackground('list of another account', refresh()));
  });
}

function readUnread(): void {
  for (const id of read) if (!hosts.value.some((known) => known.id === id)) read.delete(id);
  // Where there is no host, none is about to be read.
  if (host.value === null) refreshing.value = false;
  const unread = shown.value.map(({ host: { id } }) => id).filter((id) => !read.has(id));
  if (refreshing.value || unread.length === 0) return;
  const reading = () => Promise.all(unread.map((id) => refreshHost(id))).then(() => undefined);
  untracked(() => inBackground('list of a newcomer', whileReading(reading)));
}

/**
 * Once `opening` has read what is on the screen, reads what comes to it later: a host that is added elsewhere, or one in the
 * place of one that is removed. Answers what ends that.
 */
export function readNewcomers(opening: Promise<unknown>): () => void {
  let leave = () => {};
  let isLeft = false;
  const opened = opening.then(() => {
    if (!isLeft) leave = effect(readUnread);
  });
  inBackground('newcomers', opened);
  return () => {
    isLeft = true;
    leave();
  };
}
