import * as z from 'zod/mini';
import { Failure } from '../core/result';

/** What goes over the wire between page and worker, as JSON. */
export const Ask = z.strictObject({ name: z.string(), input: z.unknown() });

/** A reply; a `void` value is absent, as JSON has it. */
export const Reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.optional(z.unknown()) }),
  z.object({ ok: z.literal(false), failure: Failure }),
]);
export type Reply = z.output<typeof Reply>;
