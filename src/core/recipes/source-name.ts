import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { collectionUrl, feedUrl } from './addresses';
import type { Place } from './place';
import type { Setting } from './shape';

/**
 * By what an address is told from all others, in letters that every name may have, and whatever becomes of capitals: 64 bits of SHA-256.
 * Somebody who may call a feed as they like finds no second one by trying, as they would for a checksum.
 */
const digest = (address: string) => bytesToHex(sha256(utf8ToBytes(address))).slice(0, 16);

/** Longer ones say no more. */
const READABLE = 64;

function nameOf(readable: string, address: string): string {
  return `${readable.slice(0, READABLE)}_${digest(address)}`;
}

/** The two addresses of an organization lead to the same feeds, and capitals in a name of the Internet say nothing. */
function onlyAddress(setting: Setting): string {
  const { place } = setting;
  if (place.kind === 'server') return feedUrl(setting);
  const organization = place.organization.toLowerCase();
  return feedUrl({ ...setting, place: { kind: 'services', organization, domain: 'dev.azure.com' } });
}

/**
 * What a tool calls a feed that takes identifiers only: in the name of an environment variable and of an XML element. It begins with the
 * feed's name, and always ends with a digest of the whole address: two projects, organizations or servers may each have a feed `tools`, and what
 * is published to, or stored for, the one must not go to the other. A plain name is never given, since there is always another `tools`.
 */
export function sourceName(setting: Setting): string {
  const name = setting.given.feed.replace(/[^A-Za-z0-9_]/gu, '_');
  return nameOf(/^[A-Za-z_]/.test(name) ? name : `feed_${name}`, onlyAddress(setting));
}

/** The same for Maven, which takes more signs, but none that begins a pattern. */
export function repositoryId(setting: Setting): string {
  return nameOf(setting.given.feed.replace(/[^A-Za-z0-9_.-]/gu, '_'), onlyAddress(setting));
}

/** Whom a keychain knows the token of a collection by, where collections share a host: nothing that a program takes for an option. */
export function userOfCollection(place: Place & { kind: 'server' }): string {
  return nameOf(place.collection.replace(/[^A-Za-z0-9]/gu, '_'), collectionUrl(place));
}
