import { computed, signal } from '@preact/signals';
import { KEEP_SECRET, type Minted } from '../../core/minting/minted';
import { isSame } from '../../core/names/token-key';
import type { TokenId } from '../../core/token';
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
  minted.value.filter(
    ({ hostId, token }) => !revokes.value.some((revoke) => isSame(revoke, { hostId, tokenId: token.id })),
  ),
);

/** Shows new tokens as session memory has them: also one whose popup was closed before it came. */
export const loadMinted = () =>
  follow(stored.minted, (kept) => {
    const now = Date.now();
    minted.value = kept.filter(({ mintedAt }) => mintedAt <= now && now - mintedAt < KEEP_SECRET);
  });

export function present(made: Minted): void {
  goHome();
  if (!minted.value.some(({ token }) => token.id === made.token.id)) minted.value = [...minted.value, made];
}

export function withdraw(tokenId: TokenId): void {
  minted.value = minted.value.filter(({ token }) => token.id !== tokenId);
}
