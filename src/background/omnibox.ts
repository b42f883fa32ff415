import { newTokenAddress, tokenAddress } from '../core/commands/addresses';
import { type Findable, findable, search } from '../core/commands/search';
import type { KnownHost } from '../core/host';
import { byUrgencyThenEnd } from '../core/overview/urgency';
import { allPurposes, servesOn } from '../core/purposes/purposes';
import { productOf } from '../core/scopes/product';
import { browser, isFirefox } from '../platform/browser';
import { nameOf } from '../platform/in-words/people';
import { named } from '../platform/in-words/purposes';
import { message } from '../platform/message';
import { stored } from '../platform/stored';
import { everythingKnown } from './reminders/known';

// The keyword `pat` of the address bar. Whatever is entered there only opens a page of ours, with the thing prepared.

/** A page, by what stands behind the `#` of its address, and what it is about. */
type Page = { address: string; what: string; where: string };

/** As many as browsers show under the address. */
const AT_MOST = 6;

type Known = Awaited<ReturnType<typeof everythingKnown>>;

/** The tokens of those who are signed in, those that need somebody first. */
function tokenPages(known: Known, at: number): Findable<Page>[] {
  const all = known.flatMap(({ host, snapshot }) => {
    if (snapshot === null || snapshot.identity.id !== host.identity?.id) return [];
    return snapshot.tokens.map((token) => ({ token, host, now: at + snapshot.clockSkew }));
  });
  return all.toSorted(byUrgencyThenEnd).map(({ token, host }) => {
    const what = message('command_show', nameOf(token));
    return findable(
      { address: tokenAddress({ hostId: host.id, tokenId: token.id }), what, where: nameOf(host) },
      token.name,
      host.name,
    );
  });
}

/** Every purpose on every host, those of the chosen host first. */
async function purposePages(hosts: KnownHost[]): Promise<Findable<Page>[]> {
  const [purposes, chosen] = await Promise.all([stored.purposes.get(), stored.chosenHost.get()]);
  const inOrder = hosts.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
  return inOrder.flatMap((host) =>
    allPurposes(purposes)
      .filter(servesOn(productOf(host)))
      .map(named)
      .map((purpose) => {
        const what = message('command_new_token', nameOf(purpose), nameOf(host));
        return findable(
          { address: newTokenAddress({ purpose: purpose.id, host: host.id }), what, where: '' },
          purpose.name,
          `${what} ${host.name}`,
        );
      }),
  );
}

type Pages = { purposes: Findable<Page>[]; tokens: Findable<Page>[] };

async function readPages(): Promise<Pages> {
  const known = await everythingKnown();
  const purposes = await purposePages(known.map(({ host }) => host));
  return { purposes, tokens: tokenPages(known, Date.now()) };
}

/** What was read for the letters before, until that input is over. */
let pages: Promise<Pages> | null = null;

export function forgetPages(): void {
  pages = null;
}

const OPENS = [{ deed: null, words: [], can: () => true }];

async function find(typed: string): Promise<Page[]> {
  pages ??= readPages();
  const { purposes, tokens } = await pages;
  const wanted = { typed, atMost: AT_MOST };
  const found = [...search(purposes, OPENS, wanted), ...search(tokens, OPENS, wanted)];
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, AT_MOST)
    .map(({ of }) => of);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Chrome reads a suggestion as XML, and refuses all of them where one is none; Firefox shows it as it is.
 * https://developer.chrome.com/docs/extensions/reference/api/omnibox
 */
function describe({ what, where }: Page): string {
  if (isFirefox()) return where ? `${what} · ${where}` : what;
  // Of the characters that XML has no place for, a name that is shown has only these left.
  const safe = (text: string) =>
    text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '').replace(/[\ufffe\uffff]/g, '');
  return where ? `${safe(what)} <dim>${safe(where)}</dim>` : safe(what);
}

/** What stands in the address bar while a suggestion is chosen there: its words, and by its end the page. */
const contentOf = ({ what, where, address }: Page) => `${[what, where].filter(Boolean).join(' · ')} #${address}`;

type Suggestion = { content: string; description: string };

/** Suggests pages for what is typed. The best of them is what Enter opens. */
export async function suggest(typed: string, show: (suggestions: Suggestion[]) => void): Promise<void> {
  const [best, ...others] = await find(typed);
  browser.omnibox.setDefaultSuggestion({
    description: best ? describe(best) : message('omnibox_none'),
  });
  show(others.map((page) => ({ content: contentOf(page), description: describe(page) })));
}

/** An input begins, with what is known by now. The browser would show the best of the input before until a letter is typed. */
export async function beginInput(): Promise<void> {
  forgetPages();
  await suggest('', () => undefined);
}

const CHOSEN = /#((?:token=|new-token\?)\S+)$/;

/** The page of a suggestion, else the best for what was typed, else the overview. */
async function addressFor(entered: string): Promise<string> {
  const chosen = CHOSEN.exec(entered)?.[1];
  if (chosen !== undefined) return chosen;
  const [best] = await find(entered);
  return best?.address ?? 'overview';
}

/** Opens what was entered, where the browser was told to. */
export async function openEntered(entered: string, disposition: string): Promise<void> {
  const url = browser.runtime.getURL(`src/page/index.html#${await addressFor(entered)}`);
  forgetPages();
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
