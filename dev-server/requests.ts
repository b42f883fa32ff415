import type { MiddlewareHandler } from 'hono';
import { hostOf } from './hosts';
import type { Ctx, Env } from './world';

/** A request as it arrived. Answers are not kept, since they hold secrets. */
export type RecordedRequest = {
  at: number;
  method: string;
  host: string;
  path: string;
  query: Record<string, string>;
  /** Of `authorization` only the scheme is kept, and of `cookie` only the names. */
  headers: Record<string, string>;
  /** Parsed JSON; undefined where there was none. */
  body: unknown;
  /** undefined while no answer was given, 0 when the connection was dropped instead. */
  status: number | undefined;
  /** Names of the faults that met it. */
  faults: string[];
};

export const ISSUE_PROVIDER = 'ms.vss-token-web.personal-access-token-issue-session-token-provider';

function harmless(headers: Record<string, string>): Record<string, string> {
  const { authorization, cookie, ...rest } = headers;
  return {
    ...rest,
    ...(authorization && { authorization: authorization.replace(/ .*/s, ' [redacted]') }),
    ...(cookie && { cookie: cookie.replace(/=[^;]*/g, '') }),
  };
}

async function jsonOf(c: Ctx): Promise<unknown> {
  if (!c.req.header('content-type')?.includes('json')) return undefined;
  try {
    return JSON.parse(await c.req.text());
  } catch {
    return undefined;
  }
}

export function record(requests: RecordedRequest[], alarms: string[]): MiddlewareHandler<Env> {
  return async (c, next) => {
    const request: RecordedRequest = {
      at: c.var.world.now(),
      method: c.req.method,
      host: hostOf(c.req.header('host')),
      path: new URL(c.req.url).pathname,
      query: c.req.query(),
      headers: harmless(c.req.header()),
      body: await jsonOf(c),
      status: undefined,
      faults: [],
    };
    requests.push(request);
    c.set('request', request);
    // The SDK calls this verb RevokeAllSessionTokensOfUser. It is heard before any fault can answer in its place.
    if (request.method === 'DELETE' && /\/sessiontokens\/?$/i.test(request.path)) {
      alarms.push(`DELETE ${request.path} names no token: it would revoke every token of the user`);
    }
    await next();
    request.status = c.env.incoming.socket.destroyed ? 0 : c.res.status;
  };
}

/** Whether it asks for a new token, through whichever of the three families. */
export function isCreate({ method, path, body }: RecordedRequest): boolean {
  if (method !== 'POST') return false;
  return /\/(sessiontokens|tokens\/pats)$/i.test(path) || JSON.stringify(body)?.includes(ISSUE_PROVIDER) === true;
}

/** Whether it asks to revoke a token, through whichever family. */
export function isRevoke({ method, path }: RecordedRequest): boolean {
  return method === 'DELETE' && /\/(sessiontokens(\/.*)?|tokens\/pats)$/i.test(path);
}
