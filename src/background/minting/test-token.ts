import { callerWith } from '../../azure/caller';
import { fail, ok, type Result } from '../../core/result';
import type { TokenId } from '../../core/token';
import { stored } from '../../platform/stored';
import { hostForSecrets } from '../connection/secrets';

/** Tries a new token whose secret is still kept; answers the account that the server takes it for. */
export async function tryToken({ tokenId, atRoot }: { tokenId: TokenId; atRoot: boolean }): Promise<Result<string>> {
  const minted = (await stored.minted.get()).find(({ token }) => token.id === tokenId);
  if (!minted) return fail({ kind: 'not-found' });
  const host = await hostForSecrets(minted.hostId);
  if (!host.ok) return host;
  const caller = await callerWith(host.value, minted.secret, atRoot);
  return caller.ok ? ok(caller.value.name) : caller;
}
