import { beforeEach, expect, test } from 'vitest';
import browser from '../../../test/fakes/browser';
import { byTab } from './by-tab';

const OWN = 'https://dev.azure.com';
const OTHER = 'https://vssps.dev.azure.com';
const TOKENS = `${OTHER}/fabrikam/_apis/x`;
const nobodyGivesUp = new AbortController();

let sent: string[] = [];

beforeEach(() => {
  browser.reset();
  sent = [];
  browser.tabs.open = [OWN, OTHER].map((origin, id) => ({ id, url: `${origin}/fabrikam`, active: false }));
  browser.scripting.serviceWorker = null;
  browser.scripting.answeredUrl = undefined;
  browser.scripting.fetch = async (url, init) => {
    sent.push(`${init?.method} ${new URL(String(url)).origin}`);
    return new Response('{}');
  };
});

const pages = [OWN, OTHER].map((origin, tabId) => ({ tabId, origin }));
const letter = (method: 'GET' | 'POST' | 'DELETE') => ({ method, url: TOKENS, headers: {}, isAnonymous: false });
const ran = () => browser.scripting.ran.map((each) => new URL(each.slice(each.lastIndexOf(' ') + 1)).origin);
const refused = { ok: false, failure: { kind: 'forbidden', explained: false } };

test('a page of the origin that is asked sends it, whichever is the first', async () => {
  expect(await byTab(pages)(letter('POST'), nobodyGivesUp.signal)).toMatchObject({ ok: true, value: { status: 200 } });
  expect(sent).toEqual([`POST ${OTHER}`]);
});

test('no page of another origin sends a create: of that it could not be told whether it was sent', async () => {
  expect(await byTab(pages.slice(0, 1))(letter('POST'), nobodyGivesUp.signal)).toEqual(refused);
  expect(ran()).toEqual([]);
  expect(await byTab(pages.slice(0, 1))(letter('DELETE'), nobodyGivesUp.signal)).toEqual(refused);
  expect([...new Set(ran())]).toEqual([OWN]);
});

test('where a change was refused to a page it is not sent again, and what is only read is', async () => {
  const again = byTab(pages, OTHER);
  for (const method of ['POST', 'DELETE'] as const)
    expect(await again(letter(method), nobodyGivesUp.signal)).toEqual(refused);
  expect(sent).toEqual([]);
  expect(await again(letter('GET'), nobodyGivesUp.signal)).toMatchObject({ ok: true });
});

test('an answer that is not of the address that was asked is none, and no reason to send it again', async () => {
  browser.scripting.answeredUrl = 'https://dev.azure.com/elsewhere';
  const answer = await byTab(pages)(letter('POST'), nobodyGivesUp.signal);
  expect(answer).toEqual({ ok: false, failure: { kind: 'misfit' } });
});
