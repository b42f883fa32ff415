import type { Host } from '../host';
import type { Token } from '../token';

/**
 * Whether the token that takes another's place opens less: one that a collection makes is for that collection alone, and one that names
 * none is not. Where the whole server keeps the tokens, it makes them for all.
 */
export function losesCollections(token: Pick<Token, 'inAllCollections'>, host: Host): boolean {
  return token.inAllCollections === true && host.kind === 'server' && host.tokensAt === 'collection';
}
