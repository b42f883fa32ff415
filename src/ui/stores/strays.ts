import { computed, signal } from '@preact/signals';
import type { Intent } from '../../core/minting/intent';
import { isIt } from '../../core/names/is-it';
import { stored } from '../../platform/stored';
import { follow } from './follow';
import { rows } from './lists';

const intents = signal<Intent[]>([]);

/** Tokens on the screen that lost creates have left behind. */
export const strays = computed(() => {
  const lost = intents.value.flatMap(({ hostId, identityId, strayIds }) =>
    strayIds.map((tokenId) => ({ hostId, identityId, tokenId })),
  );
  return rows.value.filter(({ token, host }) => !token.revoked && lost.some((of) => isIt(of, token, host)));
});

export const loadIntents = () =>
  follow(stored.intents, (value) => {
    intents.value = value;
  });
