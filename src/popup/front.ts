import { ALL_HOSTS } from '../core/all-hosts';
import { isFront, isFrontElsewhere } from '../core/front/fits';
import type { Front } from '../core/front/front';
import { hostOfPage } from '../core/hosts/page-host';
import { browser } from '../platform/browser';
import { FRONT, frontKey, frontStamp } from '../platform/front-keys';
import { rawValues } from '../platform/raw';

/** What of this browser session is shown before any list: new tokens, what was typed, an address that waits, a secret to clear. */
const BEFORE_A_LIST = ['minted', 'unsent', 'pending', 'copied'];

const isNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

export type Found = {
  front: Front;
  /** Whether it is of the host that was chosen, and not of the one whose page is in view. */
  isChosen: boolean;
};

/** Over a page of another host than the chosen one, that one's. */
async function overPage(front: Front, page: string): Promise<Found | null> {
  const here = hostOfPage(front.hosts, page);
  if (!here || here.id === front.chosen || front.chosen === ALL_HOSTS) return { front, isChosen: true };
  const key = frontKey(here.id);
  const { [key]: other } = await rawValues('local', [key]);
  if (!isFrontElsewhere(other) || other.stamp !== front.stamp) return null;
  return { front: { ...front, chosen: here.id, screen: other.screen }, isChosen: false };
}

/**
 * What the worker has made ready for the popup, over the page in view; `null` where there is none that fits, or where
 * something else comes before the list.
 */
export async function readFront(inView: Promise<string | undefined>): Promise<Found | null> {
  const [{ [FRONT]: front }, before, page = ''] = await Promise.all([
    rawValues('local', [FRONT]),
    rawValues('session', BEFORE_A_LIST),
    inView,
  ]);
  if (!isFront(front) || front.stamp !== frontStamp() || !Object.values(before).every(isNothing)) return null;
  return await overPage(front, page);
}

/** Calls when it would be another one by now. */
export function onNewFront({ chosen }: Front, changed: () => void): void {
  const tellOf = (keys: string[]) => (changes: Record<string, unknown>) => {
    if (keys.some((key) => key in changes)) changed();
  };
  browser.storage.local.onChanged.addListener(tellOf([FRONT, frontKey(chosen)]));
  browser.storage.session.onChanged.addListener(tellOf(BEFORE_A_LIST));
}
