import { computed } from '@preact/signals';
import { expiryOf } from '../core/expiry';
import { type Row, rotations, rows, shown } from './state';

/** Rotations on the hosts that are shown. */
export const shownRotations = computed(() => {
  const ids = new Set(shown.value.map(({ host }) => host.id));
  return rotations.value.filter(({ old, parts }) => [old, ...parts].some(({ hostId }) => ids.has(hostId)));
});

const isLive = ({ token, now }: Row) => !token.revoked && expiryOf(token, now, 0) !== 'expired';

/** The tokens for all organizations that are neither revoked nor expired: they are at their end. */
export const globals = computed(() => rows.value.filter((row) => row.token.organizationIds === null && isLive(row)));
