import type { KnownHost } from '../host';
import type { Token } from '../token';
import type { Placed } from './placed';
import { isShared, type Reaching } from './token-key';

/** Whether that is what was written down of a token: where it was found, or where else the same account has it. */
export function isIt(of: Placed & { identityId: string }, token: Reaching & Pick<Token, 'id'>, host: KnownHost) {
  if (of.tokenId !== token.id) return false;
  return of.hostId === host.id || (isShared(token) && host.kind === 'services' && of.identityId === host.identity?.id);
}
