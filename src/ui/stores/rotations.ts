import { computed, signal } from '@preact/signals';
import type { KnownHost } from '../../core/host';
import { isIt } from '../../core/names/is-it';
import { newTokens, type Role, rolesIn } from '../../core/rotation/roles';
import type { Rotation } from '../../core/rotation/state';
import type { Token } from '../../core/token';
import { stored } from '../../platform/stored';
import { follow } from './follow';

export const rotations = signal<Rotation[]>([]);

/** What tokens are in unfinished rotations: of those there are few. */
const roles = computed(() => rotations.value.flatMap(rolesIn));

export function roleOf(token: Token, host: KnownHost): Role | null {
  return roles.value.find(({ of }) => isIt(of, token, host))?.role ?? null;
}

/** The unfinished rotation that a token belongs to. */
export function rotationOf(token: Token, host: KnownHost): Rotation | undefined {
  return rotations.value.find((each) => [each.old, ...newTokens(each)].some((of) => isIt(of, token, host)));
}

/** The rotation for which a token was just made: the token may be shown before that is written down. */
export function rotationMaking(token: Token, host: KnownHost): Rotation | undefined {
  const isFor = ({ parts }: Rotation) =>
    parts.some(
      ({ hostId, name, progress }) => hostId === host.id && name === token.name && progress.state === 'creating',
    );
  return rotationOf(token, host) ?? rotations.value.find(isFor);
}

export const loadRotations = () =>
  follow(stored.rotations, (value) => {
    rotations.value = value;
  });
