import { computed, signal } from '@preact/signals';
import { KEEP_SECRET, type Minted, placeOf } from '../../core/minting/minted';
import { isSame, placedKey } from '../../core/names/placed';
import { stored } from '../../platform/stored';
import { follow } from './follow';
import { revokes } from './noticed';
import { goHome } from './screen';

/** New tokens that the user has not put away yet, oldest first. */
export const minted = signal<Minted[]>([]);

/**
 * Those that are shown to be copied: not one that is being revoked. An Undo brings it back, as long as its secret is kept.
 */
export const toHandOver = computed(() =>
  minted.value.filter((made) => !revokes.value.some((revoke) => isSame(revoke, placeOf(made)))),
);

// What this page did itself is newer than what storage tells of later: else a screen that was left comes up once more and
// takes the focus, or one that is shown goes, and comes up again.
const ahead = new Set<string>();
const putAway = new Set<string>();

/** By what a screen of a new token is known among those of others. */
export const keyOfMade = (made: Minted): string => placedKey(placeOf(made));

function keep(kept: Minted[]): void {
  for (const each of kept) ahead.delete(keyOfMade(each));
  const now = Date.now();
  const fresh = kept.filter(({ mintedAt }) => mintedAt <= now && now - mintedAt < KEEP_SECRET);
  const presented = minted.value.filter((each) => ahead.has(keyOfMade(each)));
  minted.value = [...fresh, ...presented].filter((each) => !putAway.has(keyOfMade(each)));
}

/** Shows new tokens as session memory has them: also one whose popup was closed before it came. */
export const loadMinted = () => follow(stored.minted, keep);

export function present(made: Minted): void {
  const key = keyOfMade(made);
  if (putAway.has(key)) return; // whoever took it from storage's word is somewhere else by now
  goHome();
  if (minted.value.some((each) => keyOfMade(each) === key)) return;
  ahead.add(key);
  minted.value = [...minted.value, made];
}

/** The user has put it away, which is for good. */
export function withdraw(made: Minted): void {
  const key = keyOfMade(made);
  putAway.add(key);
  ahead.delete(key);
  minted.value = minted.value.filter((each) => keyOfMade(each) !== key);
}
