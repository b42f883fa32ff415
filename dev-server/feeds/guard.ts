import type { MiddlewareHandler } from 'hono';
import { tokenOf } from '../guards';
import { hostOf, originOf } from '../hosts';
import { allows } from '../scopes';
import { challenge } from '../signed-out';
import { opens } from '../token-rules';
import type { Ctx, Env } from '../world';

/** Lets a live token of a member in that may read packages, or publish them. A session's cookies open nothing. */
export const mayUse: MiddlewareHandler<Env> = async (c, next) => {
  const { world, organization } = c.var;
  const entry = tokenOf(c);
  const isMember = entry !== undefined && organization.members.includes(entry.token.userId);
  if (!isMember || !opens(entry.token, organization.id, world.now())) {
    challenge(c);
    return c.text('TF400813: The user is not authorized to access this resource.', 401);
  }
  const deed = c.req.method === 'GET' || c.req.method === 'HEAD' ? 'restore' : 'publish';
  // What the service answers to a live token without the scope was not found: 403 is an assumption, as for git.
  if (!allows(entry.token.scope, deed)) return c.text('The token lacks the scope that this feed needs.', 403);
  return next();
};

/** The address of the feed as the caller wrote it. */
export function feedOf(c: Ctx): string {
  const { pathname, protocol } = new URL(c.req.url);
  const feed = /^.*\/_packaging\/[^/]+/i.exec(pathname)?.[0] ?? '';
  const host = c.req.header('host') ?? '';
  // Servers on premises speak plain http, and hear it, too.
  return (protocol === 'http:' ? `http://${host}` : originOf(c, hostOf(host))) + feed;
}

export function download(c: Ctx, bytes: Buffer): Response {
  return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'application/octet-stream' });
}
