import type { KnownHost } from '../host';
import type { Token } from '../token';

/** What keeps the tokens of a host: the cloud, or one server. None speaks for another. */
export const keeperOf = (host: KnownHost): string => (host.kind === 'services' ? 'services' : host.base.toLowerCase());

export type Reaching = Pick<Token, 'organizationIds' | 'inAllCollections'>;

/** Whether several organizations or collections list a token: it works in more than one. */
export function isShared({ organizationIds, inAllCollections }: Reaching): boolean {
  return organizationIds === null || organizationIds.length > 1 || inAllCollections === true;
}

/**
 * By what a token is known among those of all hosts. One that works in several organizations is listed by each of them,
 * and is one where the same account of the same product shows it.
 */
export function keyOf(token: Reaching & Pick<Token, 'id'>, host: KnownHost): string {
  const { identity } = host;
  return `${token.id} ${isShared(token) && identity ? `${keeperOf(host)} ${identity.id}` : host.id}`;
}
