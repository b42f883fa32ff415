import { signal } from '@preact/signals';
import type { Wish } from '../../core/abilities';
import type { Refused } from '../../core/minting/refused-field';
import type { Row } from '../on-screen';

/** `refused`: what was answered before, and a server refused of it. */
export type Asked = { action: Wish; row: Row; refused?: Refused };

/** What the user is being asked about in a dialog. */
export const asked = signal<Asked | null>(null);

export function stopAsking(): void {
  asked.value = null;
}
