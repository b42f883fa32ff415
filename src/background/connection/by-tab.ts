import type { Carry, Delivered } from '../../azure/carrier';
import { MAX_BODY, TIMEOUT } from '../../azure/http';
import { fail, ok, type Result } from '../../core/result';
import { type Outcome, sendFrom } from '../../platform/tabs/errand';

/** A tab with a page of a host, and the page's origin. */
export type Page = { tabId: number; origin: string };

/** Nothing was sent: as good as a refusal without a word, after which another way may be tried. */
const notSent = () => fail({ kind: 'forbidden', explained: false });

function delivered(outcome: Outcome, isSameOrigin: boolean): Result<Delivered> {
  if (outcome.is === 'unsent') return notSent();
  if (outcome.is === 'forged') return fail({ kind: 'misfit' });
  if (outcome.is === 'answered') {
    const { status, redirected, headers, text } = outcome;
    const read = async () => (text === null ? undefined : { text, bytes: text.length });
    return ok({ status, redirected, headers: new Headers(headers), read });
  }
  // The browser asks another origin before, and says of its no what it says of a lost network. It was no create.
  if (!isSameOrigin) return notSent();
  throw new TypeError('no-answer');
}

/**
 * To a request that wants no redirect the signed-out get a challenge for a password (services.md 5.1), for which the
 * browser asks whoever looks at the page. Without that wish they are led to sign in, which a page's request only reports.
 */
const withoutChallenge = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'X-TFS-FedAuthRedirect'));

/** Rejects when a request is given up. */
const end = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

/**
 * Has requests sent by pages of their host: by one of the same origin where there is one, else by the first of them, if
 * the server lets that (services.md 12.2). A create goes out from its own origin only: of any other it could not be told
 * whether it was sent. `refusedAt`: the origin at which a change was refused to a page already.
 */
export function byTab(pages: readonly Page[], refusedAt?: string): Carry {
  return async ({ method, url, headers, body }, signal) => {
    const { origin, href } = new URL(url);
    const own = pages.find((page) => page.origin === origin);
    if (origin === refusedAt && method !== 'GET') return notSent();
    const page = own ?? (method === 'POST' ? undefined : pages[0]);
    if (!page) return notSent();
    const limits = { timeout: TIMEOUT, longest: MAX_BODY };
    const sent = { url: href, method, headers: withoutChallenge(headers), body: body ?? null };
    const errand = { pageOrigin: page.origin, ...sent, ...limits };
    const outcome = await Promise.race([sendFrom(page.tabId, errand, { signal }), end(signal)]);
    return delivered(outcome, own !== undefined);
  };
}
