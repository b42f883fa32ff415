import { computed } from '@preact/signals';
import { isActive } from '../../core/expiry';
import { rows, shown } from './lists';
import { rotations } from './rotations';

/** Rotations on the hosts that are shown. */
export const shownRotations = computed(() => {
  const ids = new Set(shown.value.map(({ host }) => host.id));
  return rotations.value.filter(({ old, parts }) => [old, ...parts].some(({ hostId }) => ids.has(hostId)));
});

/** The tokens for all organizations that are neither revoked nor expired: they are at their end. */
export const globals = computed(() =>
  rows.value.filter(({ token, now }) => token.organizationIds === null && isActive(token, now)),
);
