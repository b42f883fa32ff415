import * as z from 'zod/mini';
import { Days } from '../draft';
import { SCOPE_ID } from '../scope-id';

const trimmed = z.overwrite((text: string) => text.trim());

/**
 * "What is it for?": a purpose with the least scope that serves it, and how many days its tokens live. Lengths are told by
 * patterns, since the list of tokens waits for this schema and for every kind of check that it needs.
 */
export const Purpose = z.object({
  id: z.string().check(z.regex(/^.{1,64}$/s)),
  name: z.string().check(trimmed, z.regex(/^.{1,60}$/s)),
  scopes: z.array(z.string().check(z.regex(SCOPE_ID))).check(z.minLength(1)),
  days: Days,
  /** What the user wants to remember of it. */
  note: z.exactOptional(z.string().check(trimmed, z.regex(/^.{0,200}$/s))),
});
export type Purpose = z.output<typeof Purpose>;
