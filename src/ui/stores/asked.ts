import { signal } from '@preact/signals';
import type { Wish } from '../../core/doors/abilities';
import type { HostId } from '../../core/host';
import type { Refused } from '../../core/minting/refused-field';
import type { Keep } from '../../core/rotation/state';
import type { Row } from '../on-screen';
import { sameScreen } from './screen';

/** What else was answered in the dialog of a rotation. */
export type Answered = { keep: Keep; places: HostId[]; scopes?: string[] };

/** `refused`: what was answered before, and a server refused of it; `answered` with it. */
export type Asked = { action: Wish; row: Row; refused?: Refused; answered?: Answered };

/** What the user is being asked about in a dialog. */
export const asked = signal<Asked | null>(null);

/**
 * The place for a question about what is pressed now; answers whether it is free. No question takes the place of another one, under
 * the hand that answers it, or stands on another screen.
 */
export function placeToAsk(): () => boolean {
  const isShown = sameScreen();
  return () => asked.value === null && isShown();
}

export function stopAsking(): void {
  asked.value = null;
}
