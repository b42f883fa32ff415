import * as z from 'zod/mini';
import { browser, isFirefox } from '../browser';
import { LONGEST_START, runInTab } from './run-in-tab';

/** One request for a page to send as its own. It is all that the script in the page gets to know. */
export type Errand = {
  /** The page must be of this origin. */
  pageOrigin: string;
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | null;
  /** Milliseconds. */
  timeout: number;
  /** The longest text that is an answer. */
  longest: number;
};

/** What came of it: an answer; nothing was sent; whether it arrived is not known; somebody in the page answered in its place. */
const Outcome = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('answered'),
    status: z.number(),
    redirected: z.boolean(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    /** `null` where it is too long. */
    text: z.nullable(z.string()),
  }),
  z.object({ is: z.literal('unsent') }),
  z.object({ is: z.literal('lost') }),
  z.object({ is: z.literal('forged') }),
]);
export type Outcome = z.output<typeof Outcome>;

/** `startsBy`: when it may be sent at the latest, in milliseconds since 1970. */
type Given = Errand & { mindsWorkers: boolean; startsBy: number };

/**
 * Runs in the page, in a world of its own: nothing that the page's scripts have replaced is used, and nothing is left
 * behind. The browser takes its text alone, so it knows nothing of this file. What a page's service worker may see and
 * answer is measured: in Chromium it has no part in the requests of such a world, in Firefox it has (`mindsWorkers`).
 */
async function inPage({ mindsWorkers, startsBy, ...errand }: Given): Promise<Outcome> {
  // It slept meanwhile: nobody waits for that any more.
  if (Date.now() > startsBy) return { is: 'unsent' };
  const isBetween = () => mindsWorkers && Boolean(navigator.serviceWorker?.controller);
  if (location.origin !== errand.pageOrigin || isBetween()) return { is: 'unsent' };
  const { url, method, headers, body, timeout, longest } = errand;
  const session = { credentials: 'include', cache: 'no-store', redirect: 'manual' } as const;
  try {
    const response = await fetch(url, { method, headers, body, ...session, signal: AbortSignal.timeout(timeout) });
    const redirected = response.type === 'opaqueredirect';
    const text = await response.text();
    // What a service worker has taken from elsewhere has another address; what it has made up has the one that was asked.
    if (isBetween() || (!redirected && response.url !== url)) return { is: 'forged' };
    const all = [...response.headers];
    return {
      is: 'answered',
      status: response.status,
      redirected,
      headers: all,
      text: text.length > longest ? null : text,
    };
  } catch {
    return { is: 'lost' };
  }
}

/** The origin of the page in a tab, where scripts may run in it. */
async function originIn(tabId: number): Promise<string | undefined> {
  const target = { tabId, frameIds: [0] };
  const found = await runInTab({ target, func: () => location.origin }).catch(() => []);
  return typeof found[0]?.result === 'string' ? found[0].result : undefined;
}

/**
 * Has the page in a tab send one request. Its answer is the browser's to this call, which no page and no other tab hears,
 * and which never comes from a page that falls asleep: who asks waits no longer than for the worker's own requests. Given
 * up by then, it is not sent.
 */
export async function sendFrom(tabId: number, errand: Errand, { signal }: { signal: AbortSignal }): Promise<Outcome> {
  if ((await originIn(tabId)) !== errand.pageOrigin || signal.aborted) return { is: 'unsent' };
  const args = [{ ...errand, mindsWorkers: isFirefox(), startsBy: Date.now() + LONGEST_START }];
  const [ran] = await browser.scripting
    .executeScript({ target: { tabId, frameIds: [0] }, func: inPage, args, injectImmediately: true })
    .catch(() => []);
  const outcome = Outcome.safeParse(ran?.result);
  return outcome.success ? outcome.data : { is: 'lost' };
}
