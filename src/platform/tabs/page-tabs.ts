import { SECOND } from '../../core/duration';
import { isUnder } from '../../core/hosts/page-host';
import { browser } from '../browser';

/** Nothing runs in a tab that sleeps. The types do not know of `frozen`, which Chromium has and Firefox has not. */
export const isAwake = ({ discarded, frozen }: { discarded?: boolean | undefined; frozen?: boolean }) =>
  !discarded && !frozen;

/** Tabs with a page under an address, in which something can run. */
export async function openTabs(address: string) {
  const { protocol, hostname } = new URL(address);
  // Firefox knows no ports in a pattern.
  const open = await browser.tabs.query({ url: `${protocol}//${hostname}/*` });
  return open.filter((tab) => isAwake(tab) && isUnder(address, tab.url ?? ''));
}

/** Whether a tab has cookies of its own, which only Firefox's containers give it. */
export const isInContainer = ({ cookieStoreId = '' }: { cookieStoreId?: string | undefined }) =>
  cookieStoreId.startsWith('firefox-container');

/** The same, with the one first that was looked at last. */
export async function tabsUnder(address: string): Promise<{ tabId: number; isApart: boolean }[]> {
  const here = (await openTabs(address)).toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return here.flatMap(({ id, ...tab }) => (id === undefined ? [] : { tabId: id, isApart: isInContainer(tab) }));
}

const LONGEST_LOADING = 10 * SECOND;

/**
 * Resolves when the page of a new tab has loaded, the tab was closed, or it takes too long. A tab begins with a blank page,
 * of which Firefox says that it is complete (measured in 153: in half of the tries still after the tab is there, since
 * the page itself loads in another process). Its address is told of neither that page nor of one elsewhere, to which a
 * server has led: so one without an address counts when the tab was seen loading before.
 */
function loaded(tabId: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(updated);
      browser.tabs.onRemoved.removeListener(removed);
      resolve();
    };
    let hasBegun = false;
    const see = ({ status, url }: { status?: string; url?: string }) => {
      hasBegun ||= status === 'loading' || Boolean(url);
      if (hasBegun && status === 'complete') end();
    };
    const updated = (id: number, _changed: object, tab: { status?: string; url?: string }) => id === tabId && see(tab);
    const removed = (id: number) => id === tabId && end();
    const timer = setTimeout(end, LONGEST_LOADING);
    browser.tabs.onUpdated.addListener(updated);
    browser.tabs.onRemoved.addListener(removed);
    browser.tabs.get(tabId).then(see, end);
  });
}

/** Opens a page behind the others, to be closed by `closeTab`; the browser opens none while a tab is dragged. */
export async function openBehind(url: string): Promise<{ tabId: number; loaded: Promise<void> } | undefined> {
  const tab = await browser.tabs.create({ url, active: false }).catch(() => undefined);
  return tab?.id === undefined ? undefined : { tabId: tab.id, loaded: loaded(tab.id) };
}

const tabOf = (tabId: number) => browser.tabs.get(tabId).catch(() => undefined);

/** Whether nobody has closed a tab. */
export const isThere = async (tabId: number): Promise<boolean> => (await tabOf(tabId)) !== undefined;

/** Closes a tab, unless the user has gone to it; answers whether nothing is left to close. The browser closes none while one is dragged. */
export async function closeTab(tabId: number): Promise<boolean> {
  const tab = await tabOf(tabId);
  if (!tab || tab.active) return true;
  const isClosed = await browser.tabs.remove(tabId).then(
    () => true,
    () => false,
  );
  return isClosed || !(await isThere(tabId)); // the user was quicker
}
