import * as z from 'zod/mini';
import { Days } from '../draft';
import { Guid, Instant } from '../token';

/** Something learned from an answer, and when; `null` where nothing was. What does not fit is forgotten. */
function learned<T extends z.core.$ZodShape>(facts: T) {
  return z.catch(z.nullable(z.object({ ...facts, at: Instant })), null);
}

/**
 * What an organization was found to allow one account: its policies cannot be asked for, so they are learned from what
 * it answers to creates. Source: services.md 2.6. An allow list can let others do more, hence the account.
 */
export const Limits = z.object({
  identityId: Guid,
  /** A longer lifetime was cut to these days. */
  cut: learned({ days: Days }),
  /** The shortest lifetime that was refused. */
  tooLong: learned({ days: Days }),
  fullAccess: learned({}),
  /** A token was refused whatever it asked; `packaging`: although it asked for packages alone. */
  creation: learned({ packaging: z.boolean() }),
  /** One for packages alone was made. */
  packaging: learned({}),
  /** Whether the server's form makes the tokens, so that lifetimes are rounded up. */
  rounding: learned({ up: z.boolean() }),
});
export type Limits = z.output<typeof Limits>;

/** The same as it is believed now, with what an administrator has decided for this browser, which nobody has to learn. */
export type Believed = Limits & { decided?: { longestDays?: number; noFullAccess?: true } };
