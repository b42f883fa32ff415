import { type Host, HostId, type Identity, type KnownHost } from '../host';
import { addressOf } from './address-of';
import { isUnder } from './page-host';

/** A host as it answers now. `instanceId` is its own name for itself, the same under whatever name it goes. Source: services.md 4.1, server.md 5. */
export type Found = { host: Host; instanceId?: string | undefined };

export function isSamePlace(one: Host, other: Host): boolean {
  if (one.kind === 'services' || other.kind === 'services')
    return one.kind === other.kind && one.name.toLowerCase() === other.name.toLowerCase();
  return isUnder(one.root, other.root) && isUnder(other.root, one.root);
}

const originOf = (host: Host) => /^https?:\/\/[^/]+/.exec(addressOf(host))?.[0];

/**
 * Whether it is the same organization or collection, under whatever name. What a server calls itself counts on that server alone: a
 * copy of one has its ids, and another one may say whatever it likes.
 */
function isSameInstance(known: KnownHost, { host, instanceId }: Found): boolean {
  const isSameServer = known.kind === 'services' || originOf(known) === originOf(host);
  return known.kind === host.kind && isSameServer && instanceId !== undefined && known.instanceId === instanceId;
}

/** The known host that was found again: what calls itself so, whatever its name, else what is in the same place. */
export function knownAs(known: KnownHost[], found: Found): KnownHost | undefined {
  const inItsPlace = (each: KnownHost) => isSamePlace(each, found.host);
  return known.find((each) => isSameInstance(each, found)) ?? known.find(inItsPlace);
}

/** An id of its own, where a host that was renamed still has the one that belongs to the name. */
function freeId(known: KnownHost[], { host, instanceId }: Found): HostId {
  const isTaken = known.some(({ id }) => id === host.id);
  return isTaken ? HostId.parse(`${host.id}:${instanceId ?? known.length}`) : host.id;
}

/**
 * The hosts with one as it was found now. One that is known keeps its id, and with it everything that is kept of it, also
 * where its name or address has changed since.
 */
export function withFound(known: KnownHost[], found: Found, identity: Identity | null): KnownHost[] {
  const before = knownAs(known, found);
  const instanceId = found.instanceId ?? before?.instanceId;
  const id = before?.id ?? freeId(known, found);
  return [
    ...known.filter((each) => each !== before && !isSamePlace(each, found.host)),
    { ...found.host, id, identity, ...(instanceId === undefined ? {} : { instanceId }) },
  ];
}

/** The hosts with others that came along with one: those that are known stay as they are, but for a new name. */
export function withOthers(known: KnownHost[], others: Found[]): KnownHost[] {
  return others.reduce((all, found) => {
    const before = knownAs(all, found);
    if (before && isSamePlace(before, found.host)) return all;
    return withFound(all, found, before?.identity ?? null);
  }, known);
}
