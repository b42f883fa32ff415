import { signal } from '@preact/signals';
import type { Pending } from '../../core/address';
import { stored } from '../../platform/stored';
import { follow } from './follow';

/** An address that waits to be added. */
export const pending = signal<Pending | null>(null);

export const loadPending = () =>
  follow(stored.pending, (value) => {
    pending.value = value;
  });
