import { computed, signal } from '@preact/signals';
import { newTokens, rolesIn } from '../../core/rotation/roles';
import type { Rotation } from '../../core/rotation/state';
import type { TokenId } from '../../core/token';
import { stored } from '../../platform/stored';
import { follow } from './follow';

export const rotations = signal<Rotation[]>([]);

/** What tokens are in unfinished rotations. */
export const roles = computed(() => new Map(rotations.value.flatMap(rolesIn)));

/** The unfinished rotation that a token belongs to. */
export function rotationOf(tokenId: TokenId): Rotation | undefined {
  return rotations.value.find(
    (each) => each.old.tokenId === tokenId || newTokens(each).some((token) => token.tokenId === tokenId),
  );
}

export const loadRotations = () =>
  follow(stored.rotations, (value) => {
    rotations.value = value;
  });
