import { beforeEach, expect, test, vi } from 'vitest';
import { type Errand, sendFrom } from '../src/platform/tabs/errand';
import browser from './fakes/browser';

const URL_ASKED = 'https://dev.azure.com/fabrikam/_apis/x';
const nobodyGivesUp = new AbortController();
const errand: Errand = {
  pageOrigin: 'https://dev.azure.com',
  url: URL_ASKED,
  method: 'POST',
  headers: { Accept: 'application/json' },
  body: '{}',
  timeout: 1_000,
  longest: 100,
};

let sent: string[] = [];

beforeEach(() => {
  browser.reset();
  sent = [];
  browser.tabs.open = [{ id: 1, url: 'https://dev.azure.com/fabrikam', active: false }];
  browser.scripting.serviceWorker = null;
  browser.scripting.fetch = async (url) => {
    sent.push(String(url));
    return new Response('{"a":1}', { headers: { 'X-Own': 'b' } });
  };
});

const inFirefox = () => vi.spyOn(browser.runtime, 'getURL').mockReturnValue('moz-extension://patina/');

test('a page answers what it was asked, with all headers', async () => {
  expect(await sendFrom(1, errand, nobodyGivesUp)).toMatchObject({
    is: 'answered',
    status: 200,
    redirected: false,
    text: '{"a":1}',
  });
  expect(sent).toEqual([URL_ASKED]);
});

test('a page takes no answer out of the cache of the browser, and keeps none there', async () => {
  let mode: unknown;
  browser.scripting.fetch = async (_, init) => {
    mode = init?.cache;
    return new Response('{}');
  };
  await sendFrom(1, errand, nobodyGivesUp);
  expect(mode).toBe('no-store');
});

test('a page sends it once, in its session, with an end, and follows nobody: no frame in it sends it too', async () => {
  const ran = vi.spyOn(browser.scripting, 'executeScript');
  let how: RequestInit | undefined;
  browser.scripting.fetch = async (_, init) => {
    how = init;
    return new Response('{}');
  };
  await sendFrom(1, errand, nobodyGivesUp);
  expect(ran.mock.calls.map(([{ target }]) => target)).toEqual(Array(2).fill({ tabId: 1, frameIds: [0] }));
  ran.mockRestore();
  expect(how).toMatchObject({ credentials: 'include', redirect: 'manual', signal: expect.any(AbortSignal) });
});

test.each([
  ['of another origin', 'https://dev.azure.com.example/fabrikam'],
  ['of the organization, but in the clear', 'http://dev.azure.com/fabrikam'],
])('a page %s is given nothing to send', async (_, url) => {
  browser.tabs.open = [{ id: 1, url, active: false }];
  expect(await sendFrom(1, errand, nobodyGivesUp)).toEqual({ is: 'unsent' });
  expect(sent).toEqual([]);
});

test('a tab that is gone is given nothing to send', async () => {
  browser.tabs.open = [];
  expect(await sendFrom(1, errand, nobodyGivesUp)).toEqual({ is: 'unsent' });
});

test('in Firefox nothing is sent where a service worker of the page would see it', async () => {
  const firefox = inFirefox();
  browser.scripting.serviceWorker = {};
  expect(await sendFrom(1, errand, nobodyGivesUp)).toEqual({ is: 'unsent' });
  expect(sent).toEqual([]);
  firefox.mockRestore();
});

test('in Firefox an answer is not taken where a service worker has come meanwhile', async () => {
  const firefox = inFirefox();
  browser.scripting.fetch = async () => {
    browser.scripting.serviceWorker = {};
    return new Response('{"token":"forged"}');
  };
  expect(await sendFrom(1, errand, nobodyGivesUp)).toEqual({ is: 'forged' });
  firefox.mockRestore();
});

test('an answer of another address is not taken', async () => {
  browser.scripting.answeredUrl = '';
  expect(await sendFrom(1, errand, nobodyGivesUp)).toEqual({ is: 'forged' });
  browser.scripting.answeredUrl = undefined;
});

test('what is longer than an answer is not handed over', async () => {
  browser.scripting.fetch = async () => new Response('a'.repeat(101));
  expect(await sendFrom(1, errand, nobodyGivesUp)).toMatchObject({ is: 'answered', text: null });
});

test('a network that was lost is no answer', async () => {
  browser.scripting.fetch = async () => {
    throw new TypeError('Failed to fetch');
  };
  expect(await sendFrom(1, errand, nobodyGivesUp)).toEqual({ is: 'lost' });
});
