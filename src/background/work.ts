import '../platform/jitless';
import { onTrace } from '../azure/trace';
import { serve } from '../contract/serve';
import { browser } from '../platform/browser';
import { knowLanguage } from '../platform/language/follow';
import { inBackground, log } from '../platform/log';
import { forgetPageOrigins } from '../platform/page-origin';
import { beforeWriting } from '../platform/storage-item';
import { stored } from '../platform/stored';
import { runAllJobs } from './alarms';
import { applyPolicy } from './apply-policy';
import { setAside } from './asides';
import { closeLeftTabs } from './connection/borrowed-tabs';
import { ensureMenu } from './context-menu';
import { keepFailedDeed, keepTrace } from './diagnostics';
import { keepFront, renewFront } from './front/keep';
import { keepGuard } from './guard';
import { handlers } from './handlers';
import { speakAsChosen } from './language';
import { roam } from './roaming';

// Everything that the worker can do. It is made when the first event asks for it: see `index.ts`.

export { runAlarm } from './alarms';
export { followPolicy } from './apply-policy';
export { closeStorage } from './closed-storage';
export { giveBackUnneeded } from './connection/leave';
export { buildMenu, openFromMenu } from './context-menu';
export { keepGuard, openDoctor } from './guard';
export { beginInput, openEntered, suggest } from './omnibox';
export { openNotification, pressOnNotification } from './reminders/clicks';
export { endWaits } from './revoke-all/revoke-all';
export { roam } from './roaming';
export { welcome } from './welcome';

export const answer = serve(handlers, keepFailedDeed);

onTrace(keepTrace);
beforeWriting(setAside);
keepFront();

/** No request of this worker's is to carry what one before it, ended in the middle of a change, had set for its own. */
const forgetOthers = () => forgetPageOrigins().catch((error: unknown) => log.warn('rules of before', error));

let prepared: Promise<unknown> | undefined;

/** What comes before everything that it does: it knows in which language to speak, and sends its requests as they are. */
export async function prepare(): Promise<void> {
  prepared ??= Promise.all([knowLanguage(), forgetOthers()]);
  await prepared;
}

async function begin(): Promise<void> {
  await applyPolicy().catch((error: unknown) => log.warn('policy', error));
  await speakAsChosen(); // of another version there are no texts
  const [isAllWell] = await Promise.all([runAllJobs(), ensureMenu(), closeLeftTabs(), keepGuard()]);
  inBackground('roaming', roam());
  renewFront(); // which another version may have written
  // Only now: a worker that is ended before leaves all of it to the next.
  if (isAllWell) await stored.started.set(browser.runtime.getManifest().version);
}

/** Goes on with what was under way, does what is due, and sees that alarms, menu and badge are there. */
export const goOn = (): void => inBackground('start', begin());
