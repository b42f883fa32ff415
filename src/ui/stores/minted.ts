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

// What this page did itself is newer than what storage tells of later: else a screen that was left comes up once more and
// takes the focus, or one that is shown goes, and comes up again.
const ahead = new Set<TokenId>();
const putAway = new Set<TokenId>();

function keep(kept: Minted[]): void {
  for (const { token } of kept) ahead.delete(token.id);
  const now = Date.now();
  const fresh = kept.filter(({ mintedAt }) => mintedAt <= now && now - mintedAt < KEEP_SECRET);
  const presented = minted.value.filter(({ token }) => ahead.has(token.id));
  minted.value = [...fresh, ...presented].filter(({ token }) => !putAway.has(token.id));
}

/** Shows new tokens as session memory has them: also one whose popup was closed before it came. */
export const loadMinted = () => follow(stored.minted, keep);

export function present(made: Minted): void {
  const { id } = made.token;
  if (putAway.has(id)) return; // whoever took it from storage's word is somewhere else by now
  goHome();
  if (minted.value.some(({ token }) => token.id === id)) return;
  ahead.add(id);
  minted.value = [...minted.value, made];
}

/** The user has put it away, which is for good. */
export function withdraw(tokenId: TokenId): void {
  putAway.add(tokenId);
  ahead.delete(tokenId);
  minted.value = minted.value.filter(({ token }) => token.id !== tokenId);
}
