import { SECOND } from '../../core/duration';
import { stored } from '../../platform/stored';
import { closeTab, openBehind } from '../../platform/tabs/page-tabs';

/** For so long a tab that was opened for one request waits for the next: a revoke of many has hundreds. */
const LINGER = 2 * SECOND;

type Borrowed = { tab: Promise<number | undefined>; users: number; timer?: ReturnType<typeof setTimeout> };

const borrowed = new Map<string, Borrowed>();

async function open(url: string): Promise<number | undefined> {
  const opened = await openBehind(url);
  if (!opened) return undefined;
  await stored.borrowedTabs.update((tabs) => [...tabs, opened.tabId]);
  await opened.loaded;
  return opened.tabId;
}

async function close(url: string, { tab }: Borrowed): Promise<void> {
  borrowed.delete(url);
  const tabId = await tab;
  if (tabId === undefined) return;
  await closeTab(tabId);
  await stored.borrowedTabs.update((tabs) => tabs.filter((each) => each !== tabId));
}

/** A tab behind the others with a page of ours to send from, until it is given back. */
export async function borrowTab(url: string): Promise<{ tabId: number | undefined; giveBack: () => void }> {
  const entry = borrowed.get(url) ?? { tab: open(url), users: 0 };
  borrowed.set(url, entry);
  clearTimeout(entry.timer);
  entry.users += 1;
  const giveBack = () => {
    entry.users -= 1;
    if (entry.users === 0) entry.timer = setTimeout(() => void close(url, entry), LINGER);
  };
  return { tabId: await entry.tab, giveBack };
}

/** Closes tabs that a worker left open when it was ended in the middle of a change. */
export async function closeLeftTabs(): Promise<void> {
  for (const tabId of await stored.borrowedTabs.get()) await closeTab(tabId);
  await stored.borrowedTabs.set([]);
}
