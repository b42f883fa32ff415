import type { KnownHost } from '../core/host';

/** A host and the account that the user is shown on it, without which nothing is changed. */
export function actorOn(by: KnownHost | null) {
  return by?.identity ? { name: by.name, who: { hostId: by.id, identityId: by.identity.id } } : undefined;
}

export type Actor = NonNullable<ReturnType<typeof actorOn>>;
