import * as z from 'zod/mini';
import { HostId, type KnownHost } from './host';
import type { Placed } from './names/placed';
import { isShared } from './names/token-key';
import { type Token, TokenId } from './token';

/** A token that is to stay: that of one host, or where there is none, every token of that id. */
export const Kept = z.object({ hostId: z.nullable(HostId), tokenId: TokenId });
export type Kept = z.output<typeof Kept>;

/** One that works in several places stays in each of them. */
export const keptAs = (token: Token, host: KnownHost): Kept => ({
  hostId: isShared(token) ? null : host.id,
  tokenId: token.id,
});

/** Whether a token is to stay. */
export function keeping(all: readonly Kept[]): (of: Placed) => boolean {
  const keys = new Set(all.map(({ hostId, tokenId }) => `${tokenId} ${hostId ?? ''}`));
  return ({ hostId, tokenId }) => keys.has(`${tokenId} `) || keys.has(`${tokenId} ${hostId}`);
}

type Place = { token: Token; host: KnownHost };

/** Without a token. Where its id alone was kept, those of that id on other hosts stay. */
export function withoutKept(all: readonly Kept[], { token, host }: Place, hosts: readonly KnownHost[]): Kept[] {
  const isIt = (kept: Kept) => keeping([kept])({ hostId: host.id, tokenId: token.id });
  const wasEverywhere = all.some((kept) => isIt(kept) && kept.hostId === null);
  const elsewhere = wasEverywhere && !isShared(token) ? hosts.filter(({ id }) => id !== host.id) : [];
  return [...all.filter((kept) => !isIt(kept)), ...elsewhere.map(({ id }) => ({ hostId: id, tokenId: token.id }))];
}

/** What was stored before tokens were known by their hosts too: an id alone keeps every token that has it. */
export const fromBareIds = (ids: readonly unknown[]) => ids.map((tokenId) => ({ hostId: null, tokenId }));
