import * as z from 'zod/mini';
import { fittingList } from '../fitting';
import { HostId } from '../host';
import { REMIND_DAYS } from '../settings';
import { Guid, Instant, TokenId } from '../token';

/** What was said of a token's end, and what the user wants to hear of it. */
export const Told = z.object({
  tokenId: TokenId,
  hostId: HostId,
  identityId: Guid,
  /** The end that it is about: a token with another one starts anew. */
  expiresAt: Instant,
  /** The steps that were told, the last one at the end. */
  steps: z.array(z.literal(REMIND_DAYS)),
  /** When it was told last; together with the host this names the notification. */
  at: Instant,
  /** Whether the browser has that notification for sure. */
  shown: z.boolean(),
  snoozedUntil: z.nullable(Instant),
  silenced: z.boolean(),
});
export type Told = z.output<typeof Told>;

/** All of it, and until when the ends of tokens were looked at; `null` before the first look. */
export const Reminders = z.object({ ranAt: z.catch(z.nullable(Instant), null), told: fittingList(Told) });
export type Reminders = z.output<typeof Reminders>;

export const NOTHING_TOLD: Reminders = { ranAt: null, told: [] };

/** What the user can say to a reminder: ask again tomorrow, never, or take either back. */
export const ReminderAnswer = z.enum(['snooze', 'stop', 'again']);
export type ReminderAnswer = z.output<typeof ReminderAnswer>;
