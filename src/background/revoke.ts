import type { RevokeOutcome } from '../contract/contract';
import type { HostId } from '../core/host';
import { mayHaveBeenDone, ok, type Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';
import type { TokenId } from '../core/token';
import { identifyAs, knownHost, tokensOf } from './connection';
import { readTokens } from './refresh';

function outcomeIn(read: Result<Snapshot>, tokenId: TokenId, identityId: string): RevokeOutcome {
  if (!read.ok || read.value.identity.id !== identityId) return 'unconfirmed';
  const token = read.value.tokens.find(({ id }) => id === tokenId);
  if (token) return token.revoked ? 'revoked' : 'active';
  return read.value.complete ? 'revoked' : 'unconfirmed';
}

/**
 * Revokes one token. What became of it is not assumed: a fresh list decides, also when the server says that it knows
 * no such token or its answer was lost. Fails only where nothing can have been done.
 */
export async function revoke(deed: {
  hostId: HostId;
  identityId: string;
  tokenId: TokenId;
}): Promise<Result<RevokeOutcome>> {
  const host = await knownHost(deed.hostId);
  if (!host.ok) return host;
  const session = await identifyAs(host.value, deed.identityId);
  if (!session.ok) return session;
  const sent = await tokensOf(host.value).revoke(deed.tokenId);
  const settledByList = sent.ok || sent.failure.kind === 'not-found' || mayHaveBeenDone(sent.failure);
  if (!settledByList) return sent;
  return ok(outcomeIn(await readTokens(host.value), deed.tokenId, deed.identityId));
}
