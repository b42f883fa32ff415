import type { Entries, Entry } from './entry';

// What browsers let an extension keep for all of a user's browsers. Chrome: 8,192 bytes an item and 102,400 in all, 512
// items, 120 writes a minute and 1,800 an hour. https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync
// Firefox has the same but for the writes. https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/sync
const ITEM_BYTES = 8_000;
/** Room is left for what an older version has there. */
const ALL_BYTES = 90_000;
const ITEMS = 480;

/** Between two writes: 1,800 an hour are one in two seconds. */
export const BETWEEN_WRITES = 2_000;

/** As UTF-8. What JSON writes has no half of a sign in it, so that each can be named in an address. */
const bytesOf = (name: string, entry: Entry) =>
  encodeURIComponent(JSON.stringify([name, entry])).replaceAll(/%../g, '%').length;

/**
 * The entries that there is room for. What was taken away goes first, the oldest before the others: it is only there so
 * that a browser which was off for long does not bring it back.
 */
export function fitting(entries: Entries): Entries {
  const rank = ({ value, at }: Entry) => (value === null ? at : Number.POSITIVE_INFINITY);
  const sized = Object.entries(entries)
    .map(([name, entry]) => ({ name, entry, bytes: bytesOf(name, entry) }))
    .filter(({ bytes }) => bytes <= ITEM_BYTES)
    .sort((one, other) => rank(other.entry) - rank(one.entry) || (one.name < other.name ? -1 : 1));
  let left = ALL_BYTES;
  const kept = sized.slice(0, ITEMS).filter(({ bytes }) => {
    left -= bytes;
    return left >= 0;
  });
  return Object.fromEntries(kept.map(({ name, entry }) => [name, entry]));
}
