import * as z from 'zod/mini';
import { Instant } from '../token';

/**
 * Which ways to an organization's tokens were found open (`true`) or closed (`false`); `null` where none was tried yet.
 * What was found is believed for a day.
 */
export const Doors = z.object({
  lifecycle: z.nullable(z.boolean()),
  sessionTokens: z.nullable(z.boolean()),
  /** `false` where the pages' own provider answered a create in a form that could not be read. */
  pageProvider: z._default(z.nullable(z.boolean()), null),
  /** When the first of them was found out. */
  since: Instant,
});
export type Doors = z.output<typeof Doors>;
export type FoundDoors = Partial<Omit<Doors, 'since'>>;
