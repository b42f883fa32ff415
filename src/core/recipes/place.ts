import type { Domain, Host } from '../host';

/**
 * Where the token opens something. `base`: the root of a server, `http(s)://host[:port][/tfs]`; agents register there, and everything
 * else is in the collection.
 */
export type Place =
  | { kind: 'services'; organization: string; domain: Domain }
  | { kind: 'server'; base: string; collection: string };

/** A name as it stands in an address; what is no encoding is taken as it is. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * Where the root of a server is not known, `base` is the collection's own address: the root is what it lies in.
 * Source: server.md, "Placeholders" at its top.
 */
export function placeOf(host: Host): Place {
  if (host.kind === 'services') return { kind: 'services', organization: host.name, domain: host.domain };
  const [, parent = host.root, segment = ''] = /^(\w+:\/\/[^/]+.*)\/([^/]+)$/.exec(host.root) ?? [];
  const isInside = host.root.startsWith(`${host.base}/`);
  return { kind: 'server', base: isInside ? host.base : parent, collection: decoded(segment) };
}

/** Whether what is sent there can be read on the way: tools then want to be told that this is meant. */
export function isPlainHttp(place: Place): boolean {
  return place.kind === 'server' && /^http:/i.test(place.base);
}
