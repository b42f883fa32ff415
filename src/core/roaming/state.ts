import * as z from 'zod/mini';
import { Entry } from './entry';

/** What a browser remembers of roaming: who it is among the user's, what was sent and came, and how its own choices were then. */
export const Roaming = z.object({
  by: z.string(),
  entries: z.record(z.string(), Entry),
  before: z.record(z.string(), z.unknown()),
});
export type Roaming = z.output<typeof Roaming>;

/** Without what names a host that is forgotten. */
export function withoutNames({ by, entries, before }: Roaming, hostId: string): Roaming {
  const without = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !name.endsWith(`:${hostId}`)));
  return { by, entries: without(entries), before: without(before) };
}
