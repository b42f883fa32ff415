import { instantOf } from './dates';
import { stateOf } from './token-rules';
import type { LedgerEntry, SessionToken } from './tokens';

export type Order = {
  state: 'active' | 'revoked' | 'expired' | 'all';
  madeBy: 'page' | 'tool' | 'all';
  by: 'displayName' | 'displayDate' | 'status';
  ascending: boolean;
};

/** "Display date" is read as the end of the token: an assumption. */
function keyOf(token: SessionToken, by: Order['by'], now: number): string | number {
  if (by === 'displayName') return token.displayName ?? '';
  return by === 'displayDate' ? instantOf(token.validTo) : stateOf(token, now);
}

export function select(entries: LedgerEntry[], order: Order, now: number): SessionToken[] {
  const rows = entries
    .filter(({ madeBy }) => order.madeBy === 'all' || madeBy === order.madeBy)
    .map(({ token }) => token)
    .filter((token) => order.state === 'all' || stateOf(token, now) === order.state)
    .map((token) => ({ token, key: keyOf(token, order.by, now) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  if (!order.ascending) rows.reverse();
  return rows.map(({ token }) => token);
}
