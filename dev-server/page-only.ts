import { setCookie } from 'hono/cookie';
import { hostOf } from './hosts';
import type { RecordedRequest } from './requests';
import { signedOut } from './signed-out';
import type { Ctx } from './world';

/** By what a server can tell a request of its own pages from any other. Whether Azure DevOps does is not known (services.md 11.4). */
export type PageOnlyBy = 'origin' | 'fetchSite' | 'cookie';
/** How it then refuses. */
export type RefusalForm = '401' | '401Bare' | '302' | '203' | '403';

const COOKIE = 'PageSession';

/** A cookie that only requests of these pages have: a browser keeps it for them as the top of the tab (`Partitioned`). */
export function markPage(c: Ctx): void {
  const domain = hostOf(c.req.header('host')).endsWith('.visualstudio.com') ? '.visualstudio.com' : '.dev.azure.com';
  setCookie(c, COOKIE, '1', { domain, path: '/', secure: true, httpOnly: true, sameSite: 'None', partitioned: true });
}

/** Whether a page of the service may have sent it. A GET of a page's own origin has no `Origin`. */
const isOfPage: Record<PageOnlyBy, (request: RecordedRequest) => boolean> = {
  origin: ({ headers, host, method }) =>
    headers.origin === undefined
      ? method === 'GET'
      : [`https://${host}`, 'https://dev.azure.com'].includes(headers.origin),
  fetchSite: ({ headers }) => headers['sec-fetch-site'] === 'same-origin' && !/extension/.test(headers.origin ?? ''),
  cookie: ({ headers }) => new RegExp(`\\b${COOKIE}\\b`).test(headers.cookie ?? ''),
};

const forms: Record<RefusalForm, (c: Ctx) => Response | Promise<Response>> = {
  '401': (c) => signedOut.json(c),
  '401Bare': (c) => signedOut.bare(c),
  '302': (c) => signedOut.redirect(c),
  '203': (c) => signedOut.page(c),
  '403': (c) => c.body(null, 403),
};

/** Refuses whatever is not a page's own request; `undefined` lets it through. */
export function refuseOthers(c: Ctx, by: PageOnlyBy, form: RefusalForm): Response | Promise<Response> | undefined {
  return isOfPage[by](c.var.request) ? undefined : forms[form](c);
}
