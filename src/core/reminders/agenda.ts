import * as z from 'zod/mini';
import { HostId } from '../host';
import { Instant } from '../token';

/** What the badge counts: tokens that end within so many days, those left out of which the user wants to hear nothing. */
export const Count = z.object({
  expiring: z.number(),
  within: z.number(),
  /** Whether one of them has less than a day. */
  urgent: z.boolean(),
});
export type Count = z.output<typeof Count>;

/** A host that does not know the user, and since when. */
export const SignedOut = z.object({ hostId: HostId, since: Instant });
export type SignedOut = z.output<typeof SignedOut>;

/** What is true from one instant until another without looking at a single token. */
export const Agenda = z.object({ from: Instant, until: Instant, count: Count, signedOut: z.array(z.string()) });
export type Agenda = z.output<typeof Agenda>;

/** The part of it that the badge shows. */
export type Shown = Pick<Agenda, 'count' | 'signedOut'>;
