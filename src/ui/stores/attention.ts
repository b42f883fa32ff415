import { computed } from '@preact/signals';
import { isActive } from '../../core/expiry';
import { eachOnce } from '../../core/names/placed';
import type { Rotation } from '../../core/rotation/state';
import { hosts } from './hosts';
import { rows, shown } from './lists';
import { rotations } from './rotations';

/** Rotations on the hosts that are shown. */
const shownRotations = computed(() => {
  const ids = new Set(shown.value.map(({ host }) => host.id));
  return rotations.value.filter(({ old, parts }) => [old, ...parts].some(({ hostId }) => ids.has(hostId)));
});

/** Whether the account that a rotation belongs to is signed in. */
export function isTheirs({ old }: Rotation): boolean {
  return hosts.value.some(({ id, identity }) => id === old.hostId && identity?.id === old.identityId);
}

/** The rotations that wait for the user; those that wait for another account once for each. */
export const waitingRotations = computed(() => {
  const of = (rotation: Rotation) => (isTheirs(rotation) ? rotation.id : `${rotation.old.who} ${rotation.old.host}`);
  return eachOnce(shownRotations.value, of);
});

/** The tokens for all organizations that are neither revoked nor expired: they are at their end. */
export const globals = computed(() =>
  rows.value.filter(({ token, now }) => token.organizationIds === null && isActive(token, now)),
);
