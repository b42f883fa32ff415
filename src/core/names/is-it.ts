import type { HostId, KnownHost } from '../host';
import type { Token } from '../token';
import type { Placed } from './placed';
import { isShared, keeperOf, type Reaching } from './token-key';

/** Whether a host is of the same keeper, by its id alone: it may be gone. */
const isBeside = (id: HostId, host: KnownHost) =>
  id.startsWith(host.kind === 'services' ? 'services:' : `server:${keeperOf(host)}/`);

/** Whether that is what was written down of a token: where it was found, or where else the same account has it. */
export function isIt(of: Placed & { identityId: string }, token: Reaching & Pick<Token, 'id'>, host: KnownHost) {
  if (of.tokenId !== token.id) return false;
  return of.hostId === host.id || (isShared(token) && isBeside(of.hostId, host) && of.identityId === host.identity?.id);
}
