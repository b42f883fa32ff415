import * as z from 'zod/mini';
import { Instant } from './token';

/** A request that failed, as far as it may be shown to anybody: no names, no ids, no text that a server wrote. */
export const Trace = z.object({
  at: Instant,
  method: z.string(),
  /** The endpoint's own part of the address: `Token/SessionTokens`. */
  endpoint: z.string(),
  /** 0 where no answer came. */
  status: z.number(),
  /** The server's word for the kind of its error; empty where it has none, or none that looks like a word. */
  typeKey: z.string(),
  kind: z.string(),
});
export type Trace = z.output<typeof Trace>;

const KEPT = 20;

/** The newest traces, oldest first. */
export function withTrace(traces: Trace[], trace: Trace): Trace[] {
  return [...traces, trace].slice(-KEPT);
}
