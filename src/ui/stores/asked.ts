import { signal } from '@preact/signals';
import type { Wish } from '../../core/abilities';
import type { Row } from '../on-screen';

/** What the user is being asked about in a dialog. */
export const asked = signal<{ action: Wish; row: Row } | null>(null);

export function stopAsking(): void {
  asked.value = null;
}
