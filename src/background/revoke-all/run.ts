import { pausedUntil } from '../../azure/open-host';
import { SECOND } from '../../core/duration';
import { asksForPause } from '../../core/failure-meaning';
import type { KnownHost } from '../../core/host';
import type { Kept } from '../../core/kept';
import type { Failure, Result } from '../../core/result';
import { AT_A_TIME } from '../../core/revoke-all/ask';
import { type Staying, stayingIn } from '../../core/revoke-all/entry';
import { untroubled } from '../../core/revoke-all/hosts';
import { withoutOldPauses } from '../../core/revoke-all/pauses';
import { answered, type Next, next, sent, unsent } from '../../core/revoke-all/requests';
import type { Settings } from '../../core/settings';
import { isForgotten } from '../../platform/of-host';
import { stored } from '../../platform/stored';
import { storedRevokeAll } from '../../platform/stored-revoke-all';
import { wait } from '../../platform/wait';
import { tokensOf } from '../connection/connection';
import { settle } from './end';
import { type Identities, identitiesFor } from './identity';
import type { OpenJournal } from './journal';

/** A longer pause is left to the alarm: a worker that only waits is ended after 30 s. */
const LONGEST_WAIT = 20 * SECOND;

type Run = { journal: OpenJournal; identities: Identities; kept: () => Staying };

/** Why one doubts who is signed in: everything but success, and being asked to wait. */
function isDoubtful(result: Result<void>): boolean {
  return !result.ok && !asksForPause(result.failure);
}

/** Whether it was not sent: another account is signed in, or the host was removed meanwhile. */
const wasKeptBack = ({ kind }: Failure, host: KnownHost) =>
  kind === 'wrong-identity' || (kind === 'not-found' && isForgotten(host.id));

/** Revokes the token of an entry. What was sent is written before, and what came of it with the next that is sent. */
async function revokeAt({ journal, identities }: Run, index: number, host: KnownHost): Promise<void> {
  journal.change((state) => sent(state, index));
  await journal.flush();
  const entry = journal.state().entries[index];
  if (!entry) return;
  if (!identities.holds(entry.host) || journal.state().journal.phase !== 'running') {
    journal.change((state) => unsent(state, index));
    return;
  }
  const may = identities.may(entry.host, host);
  const result = await tokensOf(host, { byPress: true }).revoke(entry.id, may, () => identities.seen(entry.host));
  if (isDoubtful(result)) identities.doubt(entry.host);
  if (!result.ok && wasKeptBack(result.failure, host)) {
    journal.change((state) => unsent(state, index)); // the next look tells what becomes of it
    return;
  }
  const answer = { result, now: Date.now(), pausedUntil: pausedUntil(host) };
  journal.change((state) => answered(state, index, answer));
  // A pause has to outlive this worker, and nothing else may be sent for long.
  if (!result.ok || answer.pausedUntil > answer.now) await journal.flush();
}

/** What comes next, by the clock of now. */
function nextOf({ journal, kept }: Run): Next {
  const now = Date.now();
  journal.change((state) => withoutOldPauses(state, now));
  return next(journal.state(), kept(), now);
}

/** Does the next thing that can be done at once, and answers whether there was one. */
async function goOn(run: Run): Promise<boolean> {
  const { journal, identities } = run;
  const step = nextOf(run);
  if (step.do !== 'send') return false;
  const place = journal.state().entries[step.index]?.host ?? 0;
  const host = identities.take(place);
  if (!host) {
    await identities.look(place);
    return true;
  }
  // A sister organization may have been asked for a pause by the same servers.
  const asked = pausedUntil(host);
  if (asked > Date.now()) journal.change((state) => untroubled(state, place, asked));
  else await revokeAt(run, step.index, host);
  return true;
}

async function lane(run: Run): Promise<void> {
  while (await goOn(run));
}

/** Sends what can be sent. A lane that breaks does not leave the others running on their own. */
async function sendAll(run: Run): Promise<void> {
  const lanes = await Promise.allSettled(Array.from({ length: AT_A_TIME }, () => lane(run)));
  for (const each of lanes) if (each.status === 'rejected') throw each.reason;
  await run.journal.flush();
}

/** Waits, unless it is stopped meanwhile, what it waits for is over sooner, or the clock is set back. */
async function waitUntil(instant: number, run: Run): Promise<void> {
  const left = () => instant - Date.now();
  while (left() > 0 && left() <= LONGEST_WAIT) {
    await wait(Math.min(left(), SECOND));
    const step = nextOf(run);
    if (step.do !== 'wait' || step.until < instant) return;
  }
}

/** Goes on with a journal until it is done or stopped, or has to wait for long; answers until when, in that case. */
async function runUntilWait(run: Run): Promise<number | null> {
  for (;;) {
    await sendAll(run);
    const step = nextOf(run);
    if (step.do === 'rest') return null;
    if (step.do === 'settle') await settle(run.journal, run.kept);
    if (step.do !== 'wait') continue;
    if (step.until - Date.now() > LONGEST_WAIT) return step.until;
    await waitUntil(step.until, run);
  }
}

/** The same, with what the user wants to keep: what was so at the start, and what is "never revoke" by now. */
export async function runRevokeAll(journal: OpenJournal): Promise<number | null> {
  const keptNow = await storedRevokeAll.kept.get();
  const staying = (kept: Kept[]) => stayingIn(journal.state().journal, [...keptNow, ...kept]);
  let kept = staying([]);
  const keep = ({ neverRevoke }: Settings) => {
    kept = staying(neverRevoke);
  };
  const unwatch = stored.settings.watch(keep);
  try {
    keep(await stored.settings.get());
    return await runUntilWait({ journal, identities: identitiesFor(journal), kept: () => kept });
  } finally {
    unwatch();
  }
}
