import * as z from 'zod/mini';
import { Clearing } from '../clipboard';
import { Instant } from '../token';

/** Something that happened lately and that no request tells, as far as it may be shown to anybody: words of closed lists, and counts. */
export const Event = z.discriminatedUnion('what', [
  /** A deed that came to nothing, by its name in the contract and by the kind of its failure: also one of which nothing was sent. */
  z.object({ at: Instant, what: z.literal('deed'), deed: z.string(), kind: z.string() }),
  /** A secret was put on the clipboard; `null` where it is not to be cleared. */
  z.object({ at: Instant, what: z.literal('copied'), seconds: z.nullable(z.number()) }),
  z.object({ at: Instant, what: z.literal('cleared'), by: z.enum(['press', 'time']), became: Clearing }),
]);
export type Event = z.output<typeof Event>;

const KEPT = 30;

/** The newest events, oldest first. */
export function withEvent(events: Event[], event: Event): Event[] {
  return [...events, event].slice(-KEPT);
}

const BECAME = {
  cleared: 'empty, and seen to be',
  unseen: 'the system was told to empty it, and nobody looked',
  kept: 'left, since it held something else',
  failed: 'not let',
} satisfies Record<Clearing, string>;

const word = (text: string) => text.replace(/[^a-zA-Z.-]/g, '');

function happened(event: Event): string {
  switch (event.what) {
    case 'deed':
      return `${word(event.deed)} -> ${word(event.kind)}`;
    case 'copied':
      return `clipboard: a secret was copied, ${event.seconds === null ? 'never to be cleared' : `to be cleared after ${event.seconds} s`}`;
    case 'cleared':
      return `clipboard: cleared by ${event.by === 'press' ? 'a press' : 'time'}: ${BECAME[event.became]}`;
  }
}

export const eventLine = (event: Event): string => `${new Date(event.at).toISOString()} ${happened(event)}`;
