import { signal } from '@preact/signals';
import { KEEP_SECRET, type Minted } from '../../core/minting/minted';
import type { TokenId } from '../../core/token';
import { stored } from '../../platform/stored';
import { follow } from './follow';
import { goHome } from './screen';

/** New tokens that the user has not put away yet, oldest first. */
export const minted = signal<Minted[]>([]);

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
