import * as z from 'zod/mini';
import { MAX_DAYS } from './draft';
import { SCOPE_ID } from './scope-id';

/** "What is it for?": a purpose with the least scope that serves it, and how many days its tokens live. */
export const Purpose = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  scopes: z.array(z.string().check(z.regex(SCOPE_ID))).check(z.minLength(1)),
  days: z.int().check(z.minimum(1), z.maximum(MAX_DAYS)),
  /** What the user wants to remember of it. */
  note: z.exactOptional(z.string().check(z.trim(), z.maxLength(200))),
});
export type Purpose = z.output<typeof Purpose>;
