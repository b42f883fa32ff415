import type { HostId } from '../core/host';
import { decidedBy } from '../core/policy/held';
import { type Entries, isSame } from '../core/roaming/entry';
import { type Choices, type Kept, NO_CHOICE, withEntries } from '../core/roaming/facts';
import { onDemandName } from '../core/roaming/named';
import { BETWEEN_WRITES } from '../core/roaming/quota';
import type { Roaming } from '../core/roaming/state';
import { step } from '../core/roaming/step';
import { reservedNames } from '../platform/in-words/purposes';
import { inBackground } from '../platform/log';
import { policyNow } from '../platform/policy';
import { queue } from '../platform/queue';
import { stored } from '../platform/stored';
import { followSettings } from './new-settings';
import { hasShared, readSynced, writeSynced } from './synced';

const inOrder = queue();

const fresh = (): Roaming => ({ by: crypto.randomUUID(), entries: {}, before: NO_CHOICE });

async function choicesNow(): Promise<Choices> {
  const [settings, purposes] = await Promise.all([stored.settings.get(), stored.purposes.get()]);
  return { settings, purposes };
}

/** Puts what has come where it belongs: into what is stored by then, which the user may have changed meanwhile. */
async function take(news: Entries, before: Choices, kept: Kept): Promise<void> {
  if (Object.keys(news).length === 0) return;
  const { purposes } = before;
  await stored.settings.update((settings) => withEntries({ settings, purposes }, news, kept).settings);
  const settings = await stored.settings.get();
  await stored.purposes.update((each) => withEntries({ settings, purposes: each }, news, kept).purposes);
  await followSettings(before.settings, settings);
}

/** Brings together what is chosen here and in the user's other browsers. */
async function meet(): Promise<void> {
  const choices = await choicesNow();
  if (!choices.settings.roam) return;
  const [{ policy }, synced, known] = await Promise.all([policyNow(), readSynced(), stored.roaming.get()]);
  const hosts = (await stored.hosts.get()).map(({ id }) => id);
  const kept = { decided: decidedBy(policy), reserved: reservedNames(), hosts };
  const next = step({ choices, roaming: known ?? fresh(), synced }, kept, Date.now());
  await take(next.taken, choices, kept);
  await writeSynced({}, next.dropped); // while it is remembered that it was sent
  // Written before it is sent: a worker that ends in between sends it the next time.
  await stored.roaming.update((before) => (isSame(before, next.roaming) ? before : next.roaming));
  await writeSynced(next.owed, []);
}

/** Takes the name of an organization that is removed out of what is shared, after whoever is still sharing it. */
export async function forgetRoamed(hostId: HostId): Promise<void> {
  if (await hasShared()) await inOrder(() => writeSynced({}, [onDemandName(hostId)]));
}

let last = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** At once where that was long ago; else together with what follows, since the browser counts how often it is written. */
export async function roam(): Promise<void> {
  if (waiting !== undefined || !(await stored.settings.get()).roam) return;
  clearTimeout(waiting); // of who asked at the same time
  waiting = setTimeout(
    () => {
      waiting = undefined;
      last = Date.now();
      inBackground('roaming', inOrder(meet));
    },
    Math.max(0, last + BETWEEN_WRITES - Date.now()),
  );
}
