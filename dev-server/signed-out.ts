import { html } from 'hono/html';
import { ANONYMOUS, page, wireError } from './answers';
import { originOf } from './hosts';
import type { Ctx } from './world';

const SIGN_IN_HOST = 'spsprodsin2.vssps.visualstudio.com';

/** The four ways in which the service says "sign in first" (services.md 5.1). */
export const signedOut = {
  redirect: (c: Ctx) => {
    const { host, path } = c.var.request;
    const organization = host.endsWith('.visualstudio.com') ? '' : `${path.split('/')[1] ?? ''}/`;
    // An API's address is no place to return to, so the recorded redirect names the organization.
    const back = path.includes('/_apis/') ? `${originOf(c, host)}/${organization}` : originOf(c, host) + path;
    const query = `realm=${host}&reply_to=${encodeURIComponent(back)}`;
    const location = `${originOf(c, SIGN_IN_HOST)}/_signin?${query}`;
    const link = html`<a href="${location}">here</a>`;
    c.header('Location', location);
    const body = html`<html><head><title>Object moved</title></head><body>\n<h2>Object moved to ${link}.</h2>\n</body></html>`;
    return c.html(body, 302, { 'Content-Type': 'text/html; charset=utf-8' });
  },
  page: (c: Ctx) => page(c, 'Azure DevOps Services | Sign In', html`<h1>Sign in</h1>`, 203),
  json: (c: Ctx) => {
    challenge(c);
    return wireError(c, 'unauthorized', ANONYMOUS);
  },
  bare: (c: Ctx) => {
    challenge(c);
    return c.body(null, 401);
  },
};

export function challenge(c: Ctx): void {
  const authority = 'https://login.microsoftonline.com/9f2b1c1e-7f0e-4a5e-8f3f-0f6c9f6c7a11';
  // On Node's own answer, since `Headers` would join the two in one line, of which some clients (Maven) read the first part only.
  c.env.outgoing.setHeader('WWW-Authenticate', [
    `Bearer authorization_uri=${authority}`,
    'Basic realm="https://tfsprodweu3.visualstudio.com/"',
  ]);
}

export const wantsNoRedirect = (c: Ctx): boolean => c.req.header('x-tfs-fedauthredirect') === 'Suppress';

/** Which of the four a request gets. Where exactly 302 ends and 203 begins is an assumption: at an `api-version` in `Accept`. */
export function answerSignedOut(c: Ctx): Response | Promise<Response> {
  if (wantsNoRedirect(c) || c.req.method === 'PATCH') return signedOut.json(c);
  const asksPage = c.req.method === 'GET' && !c.req.header('accept')?.includes('api-version=');
  return asksPage ? signedOut.redirect(c) : signedOut.page(c);
}
