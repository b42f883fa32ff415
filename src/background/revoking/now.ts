import { isNotHere, mayHaveBeenDone } from '../../core/failure-meaning';
import type { HostId } from '../../core/host';
import { fail, ok, type Result } from '../../core/result';
import type { RevokeOutcome } from '../../core/revoke';
import { hasAll, type Snapshot } from '../../core/snapshot';
import type { TokenId } from '../../core/token';
import { accountOn } from '../connection/account-names';
import { knownHost, onlyAs, tokensOf } from '../connection/connection';
import { readTokens } from '../reading/refresh';

function outcomeIn(read: Result<Snapshot>, tokenId: TokenId, identityId: string): RevokeOutcome {
  if (!read.ok || read.value.identity.id !== identityId) return 'unconfirmed';
  const token = read.value.tokens.find(({ id }) => id === tokenId);
  if (token) return token.revoked ? 'revoked' : 'active';
  return hasAll(read.value) ? 'revoked' : 'unconfirmed';
}

/**
 * Revokes one token. What became of it is not assumed: a fresh list decides, also when the server says that it knows
 * no such token or its answer was lost. Fails where it was refused, or a lost request did nothing.
 */
export async function revokeNow(deed: {
  hostId: HostId;
  identityId: string;
  tokenId: TokenId;
  /** A person has pressed for it, and it is no promise of before that is kept now. */
  byPress?: boolean;
}): Promise<Result<RevokeOutcome>> {
  const host = await knownHost(deed.hostId);
  if (!host.ok) return host;
  const may = onlyAs(host.value, await accountOn(host.value, deed.identityId));
  let isSent = false;
  const sent = await tokensOf(host.value, { byPress: deed.byPress === true }).revoke(deed.tokenId, (session) => {
    const allowed = may(session);
    isSent ||= allowed.ok;
    return allowed.ok ? ok() : allowed;
  });
  if (!isSent) return sent.ok ? ok('unconfirmed') : sent;
  // "Not here" can mean a token that is gone already, and a lost answer anything: then the list has to say.
  const settledByList = sent.ok || isNotHere(sent.failure) || mayHaveBeenDone(sent.failure);
  if (!settledByList) return sent;
  const outcome = outcomeIn(await readTokens(host.value), deed.tokenId, deed.identityId);
  if (sent.ok || outcome !== 'active') return ok(outcome);
  return isNotHere(sent.failure) ? fail({ kind: 'unsupported' }) : sent;
}
