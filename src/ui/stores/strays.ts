import { computed, signal } from '@preact/signals';
import type { Intent } from '../../core/minting/intent';
import { stored } from '../../platform/stored';
import { follow } from './follow';
import { rows } from './lists';

const intents = signal<Intent[]>([]);

/** Tokens on the screen that lost creates have left behind. */
export const strays = computed(() => {
  const ids = new Set(intents.value.flatMap(({ strayIds }) => strayIds));
  return rows.value.filter(({ token }) => ids.has(token.id) && !token.revoked);
});

export const loadIntents = () =>
  follow(stored.intents, (value) => {
    intents.value = value;
  });
