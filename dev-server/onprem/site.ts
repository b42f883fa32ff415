import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { ANONYMOUS } from '../answers';
import { tokenOf } from '../guards';
import type { User } from '../tenant';
import type { Ctx, Env } from '../world';
import type { Profile } from './profiles';
import type { OnPremSwitches } from './switches';

/** One install: a farm with its collections, which are to it what organizations are to Services. */
export type Site = {
  profile: Profile;
  /** `/tfs`, or nothing. */
  virtualDirectory: string;
  deploymentId: string;
  switches: OnPremSwitches;
};

export const nobody: User = { id: ANONYMOUS, name: 'Anonymous', account: 'Anonymous', subjectDescriptor: '' };

/** Recorded on answers of servers, also on a 401 (C). */
export const serverHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (c.env.incoming.socket.destroyed) return;
  c.header('Date', new Date(c.var.world.now()).toUTCString());
  c.header('X-TFS-ProcessId', randomUUID());
  c.header('X-VSS-E2EID', randomUUID());
  c.header('ActivityId', randomUUID());
  c.header('Access-Control-Allow-Origin', '*');
};

const challenges = { ntlm: ['NTLM'], negotiate: ['Negotiate', 'NTLM'], basic: ['Basic realm="tfs"'] } as const;

/** The 401 of IIS: a page of HTML (C). */
function challenge(c: Ctx, schemes: readonly string[]): Response {
  for (const scheme of schemes) c.header('WWW-Authenticate', scheme, { append: true });
  return c.html('<h1>401 - Unauthorized: Access is denied due to invalid credentials.</h1>', 401);
}

/** Where a tool comes with a token, which is looked at by whoever answers there. */
const TOOLS = /\/_(git|packaging)\//;

/** Who asks: the owner of a token, else the browser's Windows login: the first user's, or whose id the cookie `patina-dev-user` has. */
export function windowsLogin({ switches }: Site): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (switches.redirectsTo) return c.redirect(switches.redirectsTo);
    if (switches.takesTokensForPasswords && /^Basic /i.test(c.req.header('authorization') ?? ''))
      return challenge(c, challenges.basic);
    const { users } = c.var.world;
    const named = getCookie(c, 'patina-dev-user');
    const user = users.find(({ id }) => id === named) ?? users[0] ?? nobody;
    const { signIn } = switches;
    const isOwner = !/\/_apis\/token\b/.test(c.req.path) && tokenOf(c) !== undefined;
    const isTool = isOwner || TOOLS.test(c.req.path);
    if (!isTool && signIn !== 'open' && signIn !== 'anonymous' && getCookie(c, 'patina-dev-signed-in') !== '1')
      return challenge(c, challenges[signIn]);
    c.set('user', signIn === 'anonymous' ? nobody : user);
    return next();
  };
}
