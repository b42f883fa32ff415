import { endRequests } from '../azure/ending';
import { ok, type Result } from '../core/result';
import { Unfinished } from '../core/unfinished';
import { browser } from '../platform/browser';
import { giveBackAll } from '../platform/give-back';
import { inBackground, log } from '../platform/log';
import { forgetPageOrigins } from '../platform/page-origin';
import { stored } from '../platform/stored';
import { storedRevokeAll } from '../platform/stored-revoke-all';
import { shutWhile, whileNothingBegins } from '../platform/under-way';
import { runAllJobs } from './alarms';
import { applyPolicy } from './apply-policy';
import { guardUnder } from './guarded-pages';
import { speakAsChosen } from './language';
import { deedsUnderWay } from './ledgers/deeds';
import { clearNotifications } from './reminders/notifications';
import { haltRevokeAll } from './revoke-all/revoke-all';
import { clearSynced, hasShared } from './synced';

/** Whether it is written down that it waits for its end, of which nobody would hear if it were erased. */
const waits: { readonly [U in Unfinished]: () => Promise<boolean> } = {
  create: async () => (await stored.intents.get()).some(({ grantedAt }) => grantedAt === null),
  change: async () => false,
  secret: async () => (await stored.minted.get()).length > 0,
  clipboard: async () => (await stored.copied.get())?.failed === false,
  revoke: async () =>
    (await stored.revokes.get()).some(({ progress: { state } }) => state === 'waiting' || state === 'sent'),
  rotation: async () => (await stored.rotations.get()).some(({ stage }) => stage.state !== 'over'),
  'revoke-all': async () => ((await storedRevokeAll.journal.get())?.phase ?? 'done') !== 'done',
};

/** Where it cannot be read what waits, it may: the user decides. */
async function mayWait(each: Unfinished): Promise<boolean> {
  return await waits[each]().catch((error: unknown) => {
    log.warn(`whether there is a ${each}`, error);
    return true;
  });
}

async function writtenDown(): Promise<Unfinished[]> {
  const waiting = await Promise.all(Unfinished.options.map(async (each) => ((await mayWait(each)) ? each : [])));
  return waiting.flat();
}

/** Where the browser does not give out what is stored, nothing is gone on with, and it is erased all the same. */
async function halt(): Promise<void> {
  await haltRevokeAll().catch((error: unknown) => log.warn('revoke all before erasing', error));
}

/** `shared`: whether other browsers may have some of the settings. */
async function eraseNow(shared: boolean): Promise<void> {
  await guardUnder([], 'browser'); // before the leave for its pages is gone
  await giveBackAll();
  await forgetPageOrigins();
  await browser.alarms.clearAll();
  await clearNotifications();
  if (shared) await clearSynced().catch((error: unknown) => log.warn('sync', error));
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
  await browser.action.setBadgeText({ text: '' });
}

/**
 * Erases everything that Patina keeps, and gives back every permission that it was given since its installation; tokens
 * stay as they are. While something is unfinished, it answers what that is and erases nothing, unless it is to be
 * erased `anyway`.
 */
export function eraseEverything(how: { anyway: boolean }): Promise<Result<Unfinished[]>> {
  return whileNothingBegins(() => erase(how));
}

async function erase({ anyway }: { anyway: boolean }): Promise<Result<Unfinished[]>> {
  const doing = anyway ? [] : deedsUnderWay(); // first: what ends meanwhile has left its word
  const waiting = anyway ? [] : await writtenDown();
  const open = new Set([...waiting, ...doing]);
  if (open.size > 0) return ok(Unfinished.options.filter((each) => open.has(each)));
  const release = endRequests();
  await halt();
  // As at the first start: each job finds nothing to do, and sets what it always has.
  const shared = await hasShared(); // before it is erased the first time: the second would not know any more
  await shutWhile(
    () => eraseNow(shared),
    () => {
      release();
      inBackground('jobs after erasing', applyPolicy().then(speakAsChosen).then(runAllJobs));
    },
  );
  return ok([]);
}
