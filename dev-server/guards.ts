import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { page, wireError } from './answers';
import { answerSignedOut } from './signed-out';
import { stateOf } from './token-rules';
import type { LedgerEntry } from './tokens';
import type { Ctx, Env } from './world';

/** The live token in a Basic password. Any user name will do, also none. */
export function tokenOf(c: Ctx): LedgerEntry | undefined {
  const basic = /^Basic (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (basic === undefined) return undefined;
  const credentials = Buffer.from(basic, 'base64').toString();
  const entry = c.var.world.ledger.findBySecret(credentials.slice(credentials.indexOf(':') + 1));
  return entry && stateOf(entry.token, c.var.world.now()) === 'active' ? entry : undefined;
}

export const inOrganization: MiddlewareHandler<Env> = async (c, next) => {
  // The path was put in lower case before it was decoded.
  const name = c.req.param('organization')?.toLowerCase();
  const organization = c.var.world.organizations.find((one) => one.name.toLowerCase() === name);
  // The real body for an unknown organization was not found.
  if (!organization) return page(c, 'Not found', html`<h1>404 - Page not found</h1>`, 404);
  c.set('organization', organization);
  return next();
};

export const signedIn: MiddlewareHandler<Env> = async (c, next) => {
  const user = c.var.world.sessions.userOf(getCookie(c, 'UserAuthentication'));
  if (!user) return answerSignedOut(c);
  c.set('user', user);
  return next();
};

export const member: MiddlewareHandler<Env> = async (c, next) => {
  if (!c.var.organization.members.includes(c.var.user.id)) return wireError(c, 'unauthorized', c.var.user.id);
  return next();
};

/** HierarchyQuery and the token families want an `api-version`, in the query or in `Accept`. Which versions is not checked. */
export const versioned: MiddlewareHandler<Env> = async (c, next) => {
  const inAccept = /api-version=/.test(c.req.header('accept') ?? '');
  if (!inAccept && c.req.query('api-version') === undefined) return wireError(c, 'noVersion', c.req.method);
  return next();
};
