import { testToken } from '../../azure/test-token';
import { isInsecure } from '../../core/hosts/address-of';
import { fail, type Result } from '../../core/result';
import type { TokenId } from '../../core/token';
import { stored } from '../../platform/stored';
import { knownHost } from '../connection/connection';

/** Tries a new token whose secret is still kept; answers the account that the server takes it for. */
export async function tryToken({ tokenId, atRoot }: { tokenId: TokenId; atRoot: boolean }): Promise<Result<string>> {
  const minted = (await stored.minted.get()).find(({ token }) => token.id === tokenId);
  if (!minted) return fail({ kind: 'not-found' });
  const host = await knownHost(minted.hostId);
  if (!host.ok) return host;
  if (isInsecure(host.value) && !(await stored.settings.get()).insecureMinting.includes(minted.hostId))
    return fail({ kind: 'insecure' });
  return await testToken(host.value, minted.secret, atRoot);
}
