import type { Asked, Carrier } from '../../azure/carrier';
import { byWorker } from '../../azure/http';
import { pagesOf } from '../../azure/open-host';
import { type Aim, type Way, waysAt, waysFor } from '../../core/doors/way';
import { isSilent, meaningOf } from '../../core/failure-meaning';
import type { Host } from '../../core/host';
import { fail, type Result } from '../../core/result';
import { isFirefox } from '../../platform/browser';
import { log } from '../../platform/log';
import { withPageOrigin } from '../../platform/page-origin';
import { stored } from '../../platform/stored';
import { tabsUnder } from '../../platform/tabs/page-tabs';
import { borrowedTabs, borrowTab } from './borrowed-tabs';
import { byTab, type Page } from './by-tab';

/** What is asked of a host; `byPress`: a person has pressed for it, so that a tab may be opened where there is none. */
export type Deed = { host: Host; aim: Aim; byPress: boolean };

/** One try: `saw` is called once it is known that a real user is signed in. It has to look at that itself, each time anew. */
type Attempt<T> = (asked: Asked, saw: () => void) => Promise<Result<T>>;

/** A way that can be gone now, and what is to be done after. */
type Opened = { carrier?: Carrier; end: () => void };

const NOTHING_TO_END = () => undefined;

function asPage(host: Host): Opened {
  const [first, ...others] = pagesOf(host).map((page) => new URL(page).origin);
  const carry: Carrier['carry'] = (letter, signal) =>
    letter.method === 'GET' || letter.method === 'OPTIONS' || first === undefined
      ? byWorker(letter, signal)
      : withPageOrigin([first, ...others], () => byWorker(letter, signal));
  return { carrier: { way: 'page-origin', carry }, end: NOTHING_TO_END };
}

/** A page of a host in a tab of ours, which is opened where that may be. */
async function ourPageAt(address: string, mayOpen: boolean) {
  const loan = await borrowTab(address, mayOpen);
  const page = { isApart: false, origin: new URL(address).origin };
  return loan && { page: { ...page, tabId: loan.tabId }, isOurs: true, giveBack: loan.giveBack };
}

/** One that the user has open, or one of ours; `isOurs` tells which. */
async function pageAt(address: string, mayOpen: boolean) {
  const open = await tabsUnder(address);
  const ours = await borrowedTabs(); // only now: one that is opened meanwhile is among them
  const found = open.find(({ tabId }) => !ours.has(tabId));
  if (!found) return await ourPageAt(address, mayOpen);
  return { page: { ...found, origin: new URL(address).origin }, isOurs: false, giveBack: NOTHING_TO_END };
}

type Tabs = { mayOpen: boolean; tried: ReadonlySet<Way> };

/** The host's own page first, and where `all` are needed those of its other origins. */
async function throughTabs(way: Way, { host }: Deed, { mayOpen, tried }: Tabs): Promise<Opened | undefined> {
  const [own, ...others] = pagesOf(host);
  if (way === 'own-tab' && others.length === 0) return undefined;
  const first = await pageAt(own, mayOpen);
  if (!first) return undefined;
  const pages: Page[] = [first.page];
  const ends = [first.giveBack];
  // In Firefox a tab can have a session of its own (a container). Only those that we open have the same for sure.
  const mayMix = way === 'own-tab' && (first.isOurs || !isFirefox());
  for (const address of mayMix ? others : []) {
    const other = await (isFirefox() ? ourPageAt : pageAt)(address, mayOpen);
    if (other) pages.push(other.page);
    if (other) ends.push(other.giveBack);
  }
  const refusedAt = tried.has('tab') ? first.page.origin : undefined;
  const end = () => ends.forEach((each) => void each());
  if (way === 'tab' || pages.length > 1) {
    const { isApart } = first.page;
    return { carrier: { way, carry: byTab(pages, refusedAt), isApart }, end };
  }
  end();
  return undefined;
}

type Tried = { isSeen: boolean; tried: Set<Way> };

async function openWay(way: Way, deed: Deed, { isSeen, tried }: Tried): Promise<Opened | undefined> {
  if (way === 'worker') return { end: NOTHING_TO_END };
  if (way === 'page-origin') return isSeen ? asPage(deed.host) : undefined;
  // A tab knows no more of a server's session than the worker, and the browser would ask in it for a password (server.md 7).
  if (deed.host.kind === 'server' && !isSeen) return undefined;
  return await throughTabs(way, deed, { mayOpen: isSeen && deed.byPress, tried });
}

/** Writes down which way worked, where it is another one. What was learned of the host's doors was learned on the other. */
async function writeWay({ host, aim }: Deed, way: Way, after: string): Promise<void> {
  const item = stored.ways(host.id);
  await item.update((found) => ({ ...waysAt(found, Date.now()), [aim]: way, after }));
  await stored.doors(host.id).remove();
}

/** A full disk must not make a failure of what was done: the way is found anew by the next deed. */
const keepWay = (...found: Parameters<typeof writeWay>) =>
  writeWay(...found).catch((error: unknown) => log.warn('way', error));

/**
 * Does a deed in the way that a host takes. After a refusal without a word, which proves that nothing was done, the next
 * way is tried, each once: what the server makes of an extension's origin, and of a request that comes from no page, is
 * not known (services.md 11.4, 12.2). Where nobody was seen signed in, only a page that is open already can know better.
 */
export async function inSomeWay<T>(deed: Deed, attempt: Attempt<T>): Promise<Result<T>> {
  const found = waysAt(await stored.ways(deed.host.id).get(), Date.now());
  let refused: (Result<T> & { ok: false }) | undefined;
  // What somebody was told who was seen signed in says more than where nobody came so far.
  let isRefusedSeen = false;
  // A way that was found good stands for a session that was seen in it.
  let isSeen = found[deed.aim] !== null;
  const tried = new Set<Way>();
  for (const way of waysFor(deed.aim, found)) {
    const opened = await openWay(way, deed, { isSeen, tried });
    if (!opened) continue;
    tried.add(way);
    const { carrier, end } = opened;
    const asked = carrier ? { ...deed.host, carrier } : deed.host;
    let sawNow = false;
    const result = await attempt(asked, () => {
      sawNow = true;
    }).finally(end);
    isSeen ||= sawNow;
    if (result.ok && way !== (found[deed.aim] ?? 'worker')) await keepWay(deed, way, refused?.failure.kind ?? '');
    const isSure = result.ok || meaningOf(result.failure).session === 'another';
    // Where it could not even be asked who is signed in, nothing was done, and the refusal of before says more.
    if (isSure || (!isSilent(result.failure) && (sawNow || !refused))) return result;
    // What a container's session may not read or change is no news: that the usual one is missing is.
    if (!result.ok && !carrier?.isApart && (!refused || (sawNow && !isRefusedSeen))) refused = result;
    isRefusedSeen ||= sawNow && result === refused;
  }
  return refused ?? fail({ kind: 'refused' });
}
