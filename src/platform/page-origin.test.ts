import { afterEach, expect, test, vi } from 'vitest';
import browser from '../../test/fakes/browser';
import { forgetPageOrigins, withPageOrigin } from './page-origin';

const PAGES = ['https://dev.azure.com', 'https://vssps.dev.azure.com'] as [string, string];
const rules = browser.declarativeNetRequest;

/** What the browser has of them, in the order in which it was told, by their ids. */
function ruled() {
  const there = new Map<number, unknown>();
  vi.spyOn(rules, 'updateSessionRules').mockImplementation(async (change) => {
    const { addRules = [], removeRuleIds = [] } = change as {
      addRules?: { id: number }[];
      removeRuleIds?: number[];
    };
    for (const id of removeRuleIds) there.delete(id);
    for (const rule of addRules) there.set(rule.id, rule);
  });
  vi.spyOn(rules, 'getSessionRules').mockImplementation(async () => [...there.keys()].map((id) => ({ id })));
  return there;
}

afterEach(() => void vi.restoreAllMocks());

test('requests of this extension alone are changed, and no page’s own', async () => {
  const there = ruled();
  const during = await withPageOrigin(PAGES, async () => [...there.values()]);
  const condition = expect.objectContaining({ initiatorDomains: [browser.runtime.id] });
  expect(during).toEqual(Array(2).fill(expect.objectContaining({ condition })));
});

test('every change has the origin of the host’s own pages, at each of its addresses and at none that begins like one', async () => {
  const there = ruled();
  const during = await withPageOrigin(PAGES, async () => [...there.values()]);
  const requestHeaders = [{ header: 'Origin', operation: 'set', value: PAGES[0] }];
  for (const [index, to] of PAGES.entries())
    expect(during[index]).toMatchObject({
      condition: { urlFilter: `|${to}/`, requestMethods: ['post', 'put', 'delete'] },
      action: { type: 'modifyHeaders', requestHeaders },
    });
});

test('the rules end with their change, also where it fails, and not with another one', async () => {
  const there = ruled();
  let end = () => {};
  const longer = withPageOrigin(PAGES, async () => {
    await new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  await vi.waitFor(() => expect(there.size).toBe(2));
  const own = [...there.keys()];
  await expect(withPageOrigin(PAGES, () => Promise.reject(new TypeError('Failed to fetch')))).rejects.toThrow('fetch');
  expect([...there.keys()]).toEqual(own);
  end();
  await longer;
  expect(there.size).toBe(0);
});

test('what a worker left that was ended in the middle of a change is taken away', async () => {
  const there = ruled();
  there.set(7, {});
  await forgetPageOrigins();
  expect(there.size).toBe(0);
});
