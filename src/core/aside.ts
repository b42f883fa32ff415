import * as z from 'zod/mini';
import { Instant } from './token';

/**
 * A stored value that was set aside: one that a newer version has written, one that cannot be read, or one of which only
 * a part could. What it holds is stored apart from this.
 */
export const Aside = z.object({
  /** The key that it was stored under. */
  key: z.string(),
  at: Instant,
  why: z.enum(['newer', 'unreadable', 'in-part']),
  /** The length of its text. */
  size: z.number(),
  /** Whether the user knows of it. */
  told: z.boolean(),
});
export type Aside = z.output<typeof Aside>;

/** Browsers keep 5 MB for an extension, or 10: what nobody may ever need must leave room for what is used. */
const ROOM = 1_000_000;
const MOST = 20;
const MOST_OF_ONE = 3;

/** The values set aside, newest first, with one more; the oldest make room. The new one is always kept: it took as much before. */
export function withAside(asides: readonly Aside[], aside: Aside): Aside[] {
  let size = 0;
  return [aside, ...asides].filter((each, index, all) => {
    size += each.size;
    const newer = all.slice(0, index);
    return (
      index === 0 || (size <= ROOM && index < MOST && newer.filter(({ key }) => key === each.key).length < MOST_OF_ONE)
    );
  });
}
