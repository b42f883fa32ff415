import { SECOND } from '../../core/duration';
import { log } from '../../platform/log';
import { stored } from '../../platform/stored';
import { closeTab, isThere, openBehind } from '../../platform/tabs/page-tabs';

/** For so long a tab that was opened for one request waits for the next: a revoke of many has hundreds. */
const LINGER = 2 * SECOND;

type Borrowed = { tab: Promise<number | undefined>; users: number; timer?: ReturnType<typeof setTimeout> };

const borrowed = new Map<string, Borrowed>();

/** Those that this worker has opened or closed: no other tab gets their ids. */
const ours = new Set<number>();

/** All that Patina has opened, also those that are just being closed: one that is taken for the user's own is closed under a deed. */
export async function borrowedTabs(): Promise<ReadonlySet<number>> {
  const noted = await stored.borrowedTabs.get();
  return new Set([...noted, ...ours]);
}

/** Writes them down for the next worker, which closes what this one leaves open; where that is not possible, a deed goes on. */
async function note(change: (tabs: number[]) => number[]): Promise<void> {
  await stored.borrowedTabs.update(change).catch((error: unknown) => log.warn('borrowed tabs', error));
}

async function open(url: string): Promise<number | undefined> {
  const opened = await openBehind(url);
  if (!opened) return undefined;
  ours.add(opened.tabId);
  await note((tabs) => [...tabs, opened.tabId]);
  await opened.loaded;
  return opened.tabId;
}

async function end(tabId: number): Promise<void> {
  ours.add(tabId);
  if (!(await closeTab(tabId))) return void setTimeout(() => void end(tabId), LINGER);
  await note((tabs) => tabs.filter((each) => each !== tabId));
}

function forget(url: string, entry: Borrowed): void {
  if (borrowed.get(url) === entry) borrowed.delete(url);
}

async function close(url: string, entry: Borrowed): Promise<void> {
  forget(url, entry);
  const tabId = await entry.tab;
  if (tabId !== undefined) await end(tabId);
}

type Loan = { tabId: number; giveBack: () => void };

async function lend(url: string, mayOpen: boolean): Promise<Loan | undefined> {
  const entry: Borrowed | undefined = borrowed.get(url) ?? (mayOpen ? { tab: open(url), users: 0 } : undefined);
  if (!entry) return undefined;
  borrowed.set(url, entry);
  clearTimeout(entry.timer);
  entry.users += 1;
  const giveBack = () => {
    entry.users -= 1;
    if (entry.users === 0) entry.timer = setTimeout(() => void close(url, entry), LINGER);
  };
  const tabId = await entry.tab;
  if (tabId !== undefined && (await isThere(tabId))) return { tabId, giveBack };
  forget(url, entry);
  giveBack();
  return undefined;
}

/**
 * A tab behind the others with a page of ours to send from, until it is given back: one that waits for the next request, or
 * where that may be, one that is opened; once more where it could not be, or the user has closed it.
 */
export async function borrowTab(url: string, mayOpen: boolean): Promise<Loan | undefined> {
  return (await lend(url, mayOpen)) ?? (await lend(url, mayOpen));
}

/** Closes tabs that a worker left open when it was ended in the middle of a change. */
export async function closeLeftTabs(): Promise<void> {
  const noted = await stored.borrowedTabs.get();
  for (const tabId of noted.filter((each) => !ours.has(each))) await end(tabId);
}
