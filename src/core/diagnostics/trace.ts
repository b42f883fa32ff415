import * as z from 'zod/mini';
import { Instant } from '../token';
import { Way } from '../way';

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
  /** In which way it was asked. */
  way: z._default(Way, 'worker'),
  /** Whose address it was, without a name: `dev.azure.com`, `server over http`. */
  place: z._default(z.string(), ''),
  /** What stood in the answer, in signs of a closed list: `redirect`, `html`, `asks for: Negotiate`. */
  signs: z._default(z.array(z.string()), []),
});
export type Trace = z.output<typeof Trace>;

const KEPT = 40;

/** The newest traces, oldest first. */
export function withTrace(traces: Trace[], trace: Trace): Trace[] {
  return [...traces, trace].slice(-KEPT);
}
