import { ALL_HOSTS } from '../core/all-hosts';
import type { Front, FrontElsewhere } from '../core/front/front';
import { opened } from '../core/front/seal';
import { hostOfPage } from '../core/hosts/page-host';
import { browser } from '../platform/browser';
import { FRONT, frontKey, frontStamp } from '../platform/front-keys';
import { SPOKEN, speakAs } from '../platform/language/spoken';
import { rawValues } from '../platform/raw';

/** What of this browser session is shown before any list: new tokens, what was typed, an address that waits, a secret to clear. */
const BEFORE_A_LIST = ['minted', 'unsent', 'pending', 'copied'];

const isNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

export type Found = {
  front: Front;
  /** Whether it is of the host that was chosen, and not of the one whose page is in view. */
  isChosen: boolean;
};

/** What the worker of this version has written, and nobody has changed since: so it has the shape that the types say. */
function ofThisVersion<F extends FrontElsewhere>(kept: unknown): F | null {
  const front = opened(kept) as F | null;
  return front?.stamp === frontStamp() ? front : null;
}

/** Over a page of another host than the chosen one, that one's. */
async function overPage(front: Front, page: string): Promise<Found | null> {
  const here = hostOfPage(front.hosts, page);
  if (!here || here.id === front.chosen || front.chosen === ALL_HOSTS) return { front, isChosen: true };
  const key = frontKey(here.id);
  const { [key]: kept } = await rawValues('local', [key]);
  const other = ofThisVersion<FrontElsewhere>(kept);
  return other && { front: { ...front, chosen: here.id, screen: other.screen }, isChosen: false };
}

type Seen = { id?: unknown; identity?: { id?: unknown } | null } | null;

/** Whether these are the hosts, and who is signed in there, as stored: whatever else it is, it is nobody else's. */
function isOfThem({ hosts }: Front, known: unknown): boolean {
  const whose = (all: readonly Seen[]) => JSON.stringify(all.map((host) => [host?.id, host?.identity?.id]));
  return Array.isArray(known) && whose(known) === whose(hosts);
}

/**
 * What the worker has made ready for the popup, over the page in view; `null` where there is none that fits, or where
 * something else comes before the list.
 */
export async function readFront(inView: Promise<string | undefined>): Promise<Found | null> {
  const [{ [FRONT]: kept, [SPOKEN]: words, hosts }, before, page = ''] = await Promise.all([
    rawValues('local', [FRONT, SPOKEN, 'hosts']),
    rawValues('session', BEFORE_A_LIST),
    inView,
  ]);
  speakAs(words);
  const front = ofThisVersion<Front>(kept);
  const isAll = Object.values(before).every(isNothing);
  return front && isAll && isOfThem(front, hosts) ? await overPage(front, page) : null;
}

/** Calls whenever it would be another one. */
export function onNewFront(changed: () => void): void {
  const isMeant = (key: string) => [FRONT, ...BEFORE_A_LIST].includes(key.split(':', 1)[0] ?? '');
  const tell = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some(isMeant)) changed();
  };
  browser.storage.local.onChanged.addListener(tell);
  browser.storage.session.onChanged.addListener(tell);
}
