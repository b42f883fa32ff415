import * as z from 'zod/mini';
import { Way } from '../doors/way';
import { Instant } from '../token';

/**
 * The words for its errors that a server is known to have: services.md 5.2 and server.md, and those that `azure/refusal.ts`
 * understands. Any other could be somebody's name.
 */
const ERRORS = [
  'AccessCheckException',
  'HttpException',
  'InvalidAccessException',
  'InvalidIdentityException',
  'JsonReaderException',
  'SessionTokenCreateException',
  'SessionTokenNotFoundException',
  'UnauthorizedRequestException',
  'VssResourceNotFoundException',
  'VssServiceException',
  'VssVersionNotSpecifiedException',
] as const;

/** What may be told of a server's word for its error: one of those, `another`, or nothing where it had none. */
export function errorWord(said: unknown): (typeof ERRORS)[number] | 'another' | '' {
  if (typeof said !== 'string' || said === '') return '';
  return ERRORS.find((known) => known === said) ?? 'another';
}

/** A request that failed, as far as it may be shown to anybody: no names, no ids, no text that a server wrote. */
export const Trace = z.object({
  at: Instant,
  method: z.string(),
  /** The endpoint's own part of the address: `Token/SessionTokens`. */
  endpoint: z.string(),
  /** 0 where no answer came. */
  status: z.number(),
  /** The server's word for the kind of its error, as `errorWord` tells it. */
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
