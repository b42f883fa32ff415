import { keepPause } from '../../azure/open-host';
import type { Input } from '../../contract/contract';
import { SECOND } from '../../core/duration';
import type { HostId } from '../../core/host';
import { fail, ok, type Result } from '../../core/result';
import { retried } from '../../core/revoke-all/end';
import { askedUntil, hasWaits, resumed, stopped, withoutWaits } from '../../core/revoke-all/hosts';
import type { RevokeAll, RevokeAllEntry } from '../../core/revoke-all/journal';
import { withoutOldPauses } from '../../core/revoke-all/pauses';
import { orMuchLater, setAlarm } from '../../platform/alarm';
import { inBackground } from '../../platform/log';
import { queue } from '../../platform/queue';
import { storedRevokeAll } from '../../platform/stored-revoke-all';
import { knownHost } from '../connection/connection';
import { keepInHistory } from './history';
import { type OpenJournal, openJournal, removeJournal, writeJournal } from './journal';
import { runRevokeAll } from './run';
import { planFor } from './start';

export const REVOKE_ALL = 'revoke-all';

/** What goes on after this worker was ended: an alarm that repeats, since it may be ended again before it sets one. */
const LOOK_AGAIN = 30 * SECOND;

const wakeAt = (instant: number) => setAlarm(REVOKE_ALL, instant, 0.5);

/** The journal that this worker is going on with. */
let current: OpenJournal | undefined;
let run: Promise<void> | undefined;

/** Who looks at the journal, or changes it. */
const inOrder = queue();

/** A pause that a host has asked the worker before for still holds, for whoever asks it. */
async function recallPauses({ journal }: RevokeAll): Promise<void> {
  for (const each of journal.hosts) {
    const host = await knownHost(each.hostId);
    if (host.ok) keepPause(host.value, askedUntil(each));
  }
}

/** Takes up the journal, if there is one to go on with. */
async function takeUp(): Promise<OpenJournal | undefined> {
  const journal = await openJournal();
  if (journal?.state().journal.phase !== 'running') {
    await setAlarm(REVOKE_ALL, null);
    return undefined;
  }
  await wakeAt(Date.now() + LOOK_AGAIN);
  journal.change((state) => withoutOldPauses(state, Date.now()));
  await recallPauses(journal.state());
  current = journal;
  return journal;
}

/** Lays it down again. The alarm stays where it has to wait for long, or was told to go on in the last moment. */
async function layDown(until: number | null): Promise<void> {
  current = undefined;
  const isRunning = (await storedRevokeAll.journal.get())?.phase === 'running';
  if (!isRunning) await setAlarm(REVOKE_ALL, null);
  else if (until !== null) await wakeAt(until);
}

async function goOn(): Promise<void> {
  const journal = await inOrder(takeUp);
  if (!journal) return;
  let until: number | null = null;
  try {
    until = await runRevokeAll(journal);
  } finally {
    await inOrder(() => layDown(until));
  }
}

/** Goes on with the journal, once: who asks while it is under way waits for the same. */
export function continueRevokeAll(): Promise<void> {
  run ??= orMuchLater(REVOKE_ALL, goOn).finally(() => {
    run = undefined;
  });
  return run;
}

/** What is under way has come to its end, be it a bad one. */
async function untilRest(): Promise<void> {
  await run?.catch(() => undefined);
}

/** Goes on where the journal has just been changed: what was about to end may not have seen it. */
function continueAnew(): void {
  inBackground('revoke all', untilRest().then(continueRevokeAll));
}

const refused = (reason: string) => fail({ kind: 'invalid', field: 'revoke-all', reason });

/** Changes the journal, in the hands of who is going on with it or in storage. */
async function change(by: (revokeAll: RevokeAll) => RevokeAll): Promise<Result<void>> {
  const journal = current ?? (await openJournal());
  if (!journal) return refused('none');
  journal.change(by);
  await journal.flush();
  return ok();
}

/** Begins what the user has confirmed. There is one at a time, and only the typed words let it begin. */
export function startRevokeAll(ask: Input<'revoke-all.start'>): Promise<Result<void>> {
  return inOrder(async () => {
    const before = await storedRevokeAll.journal.get();
    if (current || (before && before.phase !== 'done')) return refused('running');
    const planned = await planFor(ask);
    if (!planned.ok) return planned;
    await wakeAt(Date.now() + LOOK_AGAIN);
    await writeJournal(planned.value, ask.kept);
    continueAnew();
    return ok();
  });
}

export function stopRevokeAll(): Promise<Result<void>> {
  return inOrder(() => change((revokeAll) => stopped(revokeAll, null)));
}

/** Stops it, and waits until nothing is under way any more. */
export async function haltRevokeAll(): Promise<void> {
  await stopRevokeAll();
  await untilRest();
}

/** Changes the journal so that it goes on. The alarm comes first, for the case that this worker is ended in between. */
async function changeAndGoOn(by: (revokeAll: RevokeAll) => RevokeAll): Promise<Result<void>> {
  const changed = await inOrder(async () => {
    await wakeAt(Date.now() + LOOK_AGAIN);
    return await change(by);
  });
  continueAnew();
  return changed;
}

export const resumeRevokeAll = () => changeAndGoOn(resumed);
export const retryRevokeAll = () => changeAndGoOn(retried);

/**
 * Something was seen that may have mended what is waited for, on all hosts or one of them: those are asked again at once,
 * and none before a time for which it has itself asked to be left alone.
 */
export async function endWaits(hostId?: HostId): Promise<void> {
  const journal = await storedRevokeAll.journal.get();
  if (journal && hasWaits(journal, hostId)) await changeAndGoOn((revokeAll) => withoutWaits(revokeAll, hostId));
}

/** Writes down what has been done on a host by now: it is about to be forgotten, and with it the names of its tokens. */
export async function tellWhatWasRevoked(hostId: HostId): Promise<void> {
  const state = (current ?? (await openJournal()))?.state();
  if (!state || state.journal.phase === 'done') return; // its end was told
  const isThere = ({ host }: RevokeAllEntry) => state.journal.hosts[host]?.hostId === hostId;
  await keepInHistory({ ...state, entries: state.entries.filter(isThere) }, Date.now());
}

/** Puts away a journal that is stopped or done, once everything that is under way has come to its end. */
export async function closeRevokeAll(): Promise<Result<void>> {
  const before = await storedRevokeAll.journal.get();
  if (before?.phase === 'running') return refused('running');
  await untilRest();
  return await inOrder(async () => {
    const state = (await openJournal())?.state();
    if (!state) return ok();
    if (state.journal.phase === 'running') return refused('running'); // told to go on meanwhile
    if (state.journal.phase === 'stopped') await keepInHistory(state, Date.now());
    await removeJournal(state);
    return ok();
  });
}
