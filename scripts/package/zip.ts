import { type ZipOptions, zipSync } from 'fflate';

/** A file as it lies in a package. */
export type Entry = { name: string; content: Uint8Array };

/**
 * The same for every file, whoever packs it and wherever: a plain file that all may read, made at the first noon that a
 * zip can name. The date is given by the local calendar and stored by it, so that no time zone shows.
 */
const FIXED: ZipOptions = {
  level: 9,
  os: 3, // Unix: how `attrs` is read
  attrs: (0o100644 << 16) >>> 0,
  mtime: new Date(1980, 0, 1, 12),
};

const byName = (one: Entry, other: Entry) => (one.name < other.name ? -1 : 1);

/** A zip of these files, whose bytes follow from names and contents alone. Compressed by a script, as no two builds of zlib need agree. */
export function zipOf(entries: Entry[]): Uint8Array {
  const sorted = [...entries].sort(byName);
  return zipSync(Object.fromEntries(sorted.map(({ name, content }) => [name, [content, FIXED]])));
}
