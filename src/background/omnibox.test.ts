import { beforeEach, expect, test, vi } from 'vitest';
import { CONTOSO, FABRIKAM, shown } from '../../gallery/fixtures/hosts';
import { STRANGE_NAMES } from '../../gallery/fixtures/names';
import { token } from '../../gallery/fixtures/tokens';
import browser from '../../test/fakes/browser';
import { HOSTILE } from '../../test/hostile-strings';
import type { Token } from '../core/token';
import { stored } from '../platform/stored';
import { beginInput, forgetPages, openEntered, suggest } from './omnibox';

const PAGE = 'chrome-extension://patina/src/page/index.html';
const NIGHTLY = token({ name: 'nightly-build' });

async function know(host: typeof FABRIKAM, tokens: Token[]): Promise<void> {
  const { snapshot } = shown(host, tokens);
  await stored.reading(host.id).set({ snapshot, failure: null });
}

beforeEach(async () => {
  browser.reset();
  forgetPages();
  browser.tabs.open = [{ url: 'https://example.com/', active: true }];
  await stored.hosts.set([CONTOSO, FABRIKAM]);
  await stored.chosenHost.set(FABRIKAM.id);
  await know(FABRIKAM, [NIGHTLY, ...Object.values(STRANGE_NAMES).map((name) => token({ name }))]);
});

/** What stands under the address bar, the first being what Enter opens. */
async function suggested(typed: string) {
  let further: { content: string; description: string }[] = [];
  await suggest(typed, (given) => {
    further = given;
  });
  return { words: [browser.omnibox.first, ...further.map(({ description }) => description)], further };
}

test('purposes of the chosen organization are there at once, others and tokens by their words', async () => {
  expect((await suggested('')).words.slice(0, 2)).toEqual([
    'New token: Clone and fetch in fabrikam',
    'New token: Push code in fabrikam',
  ]);
  expect((await suggested('push contoso')).words).toEqual(['New token: Push code in contoso']);
  expect((await suggested('night')).words).toEqual(['Show nightly-build <dim>fabrikam</dim>']);
  expect((await suggested('nobody has this')).words).toEqual(['Nothing matches. Enter opens the overview.']);
});

test('before anything is typed it is said what Enter opens, and nothing of the input before', async () => {
  await suggested('night');
  await beginInput();
  expect(browser.omnibox.first).toBe('New token: Clone and fetch in fabrikam');
});

test('a name is no markup there, whatever is in it', async () => {
  for (const name of [...Object.values(STRANGE_NAMES), ...HOSTILE]) {
    forgetPages();
    await know(FABRIKAM, [token({ name })]);
    const { words } = await suggested('fabrikam');
    const own = words.join('').replaceAll(/<\/?dim>|&(amp|lt|gt|quot|apos);/g, '');
    expect(own).not.toMatch(/[<>&"\p{Cc}\p{Cs}\u202a-\u202e\ufffe\uffff]/u);
  }
  await know(FABRIKAM, [token({ name: 'a</dim><b>&amp;\ufffe' })]);
  forgetPages();
  expect((await suggested('a<')).words).toEqual(['Show a&lt;/dim&gt;&lt;b&gt;&amp;amp; <dim>fabrikam</dim>']);
});

test.each([
  ['night', 'currentTab', `#token=${NIGHTLY.id}%20services%3Afabrikam`],
  ['push fabrikam', 'newForegroundTab', '#new-token?purpose=push&host=services%3Afabrikam'],
  ['nobody has this', 'newBackgroundTab', '#overview'],
])('%s opens a page in %s, and does nothing else', async (typed, where, hash) => {
  await openEntered(typed, where);
  const tabs = browser.tabs.open.map(({ url, active }) => ({ url, active }));
  expect(tabs.at(-1)).toEqual({ url: `${PAGE}${hash}`, active: where !== 'newBackgroundTab' });
  expect(tabs).toHaveLength(where === 'currentTab' ? 1 : 2);
});

test('a suggestion that was chosen opens its own page, also where another one has its name', async () => {
  const twin = token({ name: 'nightly-build' });
  await know(FABRIKAM, [NIGHTLY, twin]);
  const [second] = (await suggested('night')).further;
  expect(second?.content).toMatch(/^Show nightly-build · fabrikam #token=/);
  await openEntered(second?.content ?? '', 'currentTab');
  expect(browser.tabs.open[0]?.url).toBe(`${PAGE}#token=${second?.content.split('=')[1]}`);
});

test('tokens of somebody else than who is signed in are not suggested', async () => {
  await stored.hosts.set([{ ...FABRIKAM, identity: { id: '99999999-9999-4999-8999-999999999999', name: 'Other' } }]);
  expect((await suggested('night')).words).toEqual(['Nothing matches. Enter opens the overview.']);
});

test('in Firefox, which shows a suggestion as it is, a name stands there as it is', async () => {
  const firefox = vi.spyOn(browser.runtime, 'getURL').mockReturnValue('moz-extension://patina/');
  await know(FABRIKAM, [token({ name: 'R&D <night>' })]);
  expect((await suggested('R&D')).words).toEqual(['Show R&D <night> · fabrikam']);
  firefox.mockRestore();
});
