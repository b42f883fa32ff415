import type { Host } from '../host';
import { isShared, type Reaching } from '../names/token-key';

/**
 * Whether the token that takes another's place opens less: one that an organization or a collection makes is for that one
 * alone. Where the whole server keeps the tokens, it makes them for all. One for all organizations is replaced in each of them.
 */
export function losesPlaces(token: Reaching, host: Host): boolean {
  const isForOne = host.kind === 'services' || host.tokensAt === 'collection';
  return isForOne && isShared(token) && token.organizationIds !== null;
}
