import * as z from 'zod/mini';
import type { Look, Read } from '../core/doctor/reads';
import type { Host } from '../core/host';
import { addressOf } from '../core/hosts/address-of';
import { fail, ok, type Result } from '../core/result';
import type { Secret } from '../core/secret';
import { allowServer, request } from './http';
import { tokenRoot } from './services/endpoint';

type Asking = { secret: Secret; read: Read; user: string };

/**
 * Asks whether a token alone is let in to read. A live token without the scope for it was reported to get 401, as one
 * that nobody knows would (github.com/edgafner/dorkag/issues/107); a refusal in other words may be about the account's
 * own rights. On a server no version is named, since each takes its own: that a read needs none there is assumed.
 */
export async function lookWith(host: Host, { secret, read, user }: Asking): Promise<Result<Look>> {
  if (host.kind === 'server') allowServer(host.root);
  const root = read.at === 'identities' && host.kind === 'services' ? tokenRoot(host) : addressOf(host);
  const url = `${root}/_apis/${read.path.replace('{user}', user)}`;
  const version = host.kind === 'services' ? { acceptVersion: read.version } : {};
  const ask = { method: 'GET' as const, url, signInUrl: addressOf(host), secret, expectsRefusal: true as const };
  const asked = await request({ ...ask, ...version }, z.unknown());
  if (asked.ok) return ok('open');
  const { failure } = asked;
  if (failure.kind === 'signed-out') return failure.by === 'refusal' ? ok('closed') : fail({ kind: 'misfit' });
  if (failure.kind !== 'forbidden') return fail(failure);
  const isAboutToken = failure.reason === undefined ? failure.explained : /\bscopes?\b/i.test(failure.reason);
  return ok(isAboutToken ? 'closed' : 'refused');
}
