import { signal } from '@preact/signals';
import type { Notice } from '../on-screen';

export const notice = signal<Notice | null>(null);

export function say(text: string): void {
  notice.value = { role: 'status', text };
}

export function warn(text: string, page?: string): void {
  notice.value = { role: 'alert', text, ...(page === undefined ? {} : { page }) };
}
