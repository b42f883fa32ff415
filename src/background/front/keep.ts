import { SECOND } from '../../core/duration';
import { sealed } from '../../core/front/seal';
import type { HostId } from '../../core/host';
import { browser } from '../../platform/browser';
import { FRONT, frontKey } from '../../platform/front-keys';
import { inBackground } from '../../platform/log';
import { forgetToo } from '../../platform/of-host';
import { type Area, writeBeside, writeNow } from '../../platform/storage-item';
import { wait } from '../../platform/wait';
import { makeFronts } from './front';

/** The names of all stored values of which something is in the first screen, or keeps it from being all that is shown. */
const SOURCES = new Set([
  ...['hosts', 'chosenHost', 'reading', 'tokens', 'unsaved', 'doors', 'limits', 'settings', 'purposes', 'spoken'],
  ...['revokes', 'rotations', 'strangers', 'endedElsewhere', 'intents', 'signedOut', 'otherAccounts', 'aside'],
]);

const isSource = (key: string) => SOURCES.has(key.split(':')[0] ?? '');

/** How often a source was written so far, and by how many of these writes the first screen was made last. */
let writes = 0;
let made = 0;

/** What belongs together is written within that time. */
const BURST = SECOND / 50;

/** Stores what is new of these fronts; the same again is not written, and told to nobody. */
async function store(fronts: Record<string, unknown>): Promise<void> {
  const before = await browser.storage.local.get(Object.keys(fronts));
  const gone = Object.keys(before).filter((key) => fronts[key] === undefined);
  // First: what is gone may be of an account that what is new does not know any more.
  if (gone.length > 0) await browser.storage.local.remove(gone);
  if (made !== writes) return; // what they were made of has been written meanwhile
  const here = Object.entries(fronts).filter(([, front]) => front !== undefined);
  const texts = here.map(([key, front]) => [key, sealed(front)] as const);
  await writeNow('local', Object.fromEntries(texts.filter(([key, text]) => text !== before[key])));
}

/** Works it out until nothing has been written meanwhile: nothing older may take the place of what is newer. */
async function follow(): Promise<void> {
  while (made !== writes) {
    await wait(BURST);
    made = writes;
    await store(await makeFronts());
  }
}

let following: Promise<void> | undefined;

/** Works out anew what the popup shows first. */
export function renewFront(): void {
  writes += 1;
  if (following !== undefined) return;
  following = follow().finally(() => {
    following = undefined;
    if (made !== writes) renewFront();
  });
  inBackground('front', following);
}

/**
 * Keeps the first screen to what it is made of, whoever writes that. Who is signed in, and which hosts there are, is
 * never changed without taking it away in the same write: nobody is shown the tokens of another account.
 */
export function keepFront(): void {
  writeBeside((area: Area, keys: string[]) => {
    if (!keys.some(isSource)) return {};
    renewFront();
    return area === 'local' && keys.includes('hosts') ? { [FRONT]: null } : {};
  });
  forgetToo((hostId: HostId) => browser.storage.local.remove([FRONT, frontKey(hostId)]));
}
