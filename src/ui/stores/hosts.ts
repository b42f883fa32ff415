import { computed, signal } from '@preact/signals';
import { ALL_HOSTS } from '../../core/all-hosts';
import type { HostId, KnownHost } from '../../core/host';
import type { Pending } from '../../core/hosts/address';
import { stored } from '../../platform/stored';
import { follow } from './follow';

export const hosts = signal<KnownHost[]>([]);
export const chosenId = signal<HostId | null>(null);

/** The host that a new token is for: the chosen one, or the first while all are shown. */
export const host = computed(() => hosts.value.find(({ id }) => id === chosenId.value) ?? hosts.value[0] ?? null);
export const showsAll = computed(() => chosenId.value === ALL_HOSTS && hosts.value.length > 1);

export const loadHosts = () =>
  follow(stored.hosts, (value) => {
    hosts.value = value;
  });

/** An address that waits to be added. */
export const pending = signal<Pending | null>(null);

export const loadPending = () =>
  follow(stored.pending, (value) => {
    pending.value = value;
  });
