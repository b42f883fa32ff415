import * as z from 'zod/mini';
import type { Host } from '../core/host';
import { addressOf } from '../core/hosts/address-of';
import { fail, ok, type Result } from '../core/result';
import type { Secret } from '../core/secret';
import { Guid } from '../core/token';
import { isAnonymousId, signedOut } from './anonymous';
import { allowServer, request } from './http';
import { Name } from './row';

const Answer = z.object({
  authenticatedUser: z.object({ id: z.optional(z.string()), providerDisplayName: z.nullish(Name) }),
});

/** Whose a token is: the name as the server has it. */
export type Caller = { id: string; name: string };

/**
 * Asks who calls, with the token alone and without the browser's session: the smallest call there is, which changes
 * nothing. Answers the account that the token belongs to; a server that lets anybody ask answers as for nobody,
 * which is `signed-out`. `atRoot`: at the root of the server, where an agent that is removed signs in, and a token of one collection is refused. That every scope may ask this is an assumption (services.md 4.1 names no scope). A server on premises may take
 * no token over plain http (server.md 6).
 */
export async function callerWith(host: Host, secret: Secret, atRoot = false): Promise<Result<Caller>> {
  if (host.kind === 'server') allowServer(host.root);
  const signInUrl = atRoot && host.kind === 'server' ? host.base : addressOf(host);
  const ask = { method: 'GET' as const, url: `${signInUrl}/_apis/connectionData`, signInUrl, secret };
  const asked = await request(ask, Answer);
  if (!asked.ok) return asked;
  const { id, providerDisplayName } = asked.value.value.authenticatedUser;
  const real = Guid.safeParse(id);
  if (!real.success || isAnonymousId(real.data) || providerDisplayName === 'Anonymous')
    return fail(signedOut(signInUrl));
  return ok({ id: real.data, name: providerDisplayName || real.data });
}
