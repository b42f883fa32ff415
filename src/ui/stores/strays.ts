import { computed, signal } from '@preact/signals';
import type { Intent } from '../../core/minting/intent';
import { isIt } from '../../core/names/is-it';
import { stored } from '../../platform/stored';
import { follow } from './follow';
import { rows } from './lists';

const intents = signal<Intent[]>([]);

/** Tokens that lost creates have left behind, wherever they are. */
export const lost = computed(() =>
  intents.value.flatMap(({ hostId, identityId, strayIds }) =>
    strayIds.map((tokenId) => ({ hostId, identityId, tokenId })),
  ),
);

/** Those on the screen. */
export const strays = computed(() =>
  rows.value.filter(({ token, host }) => !token.revoked && lost.value.some((of) => isIt(of, token, host))),
);

export const loadIntents = () =>
  follow(stored.intents, (value) => {
    intents.value = value;
  });
