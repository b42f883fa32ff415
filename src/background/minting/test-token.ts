import { callerWith } from '../../azure/caller';
import { placeOf } from '../../core/minting/minted';
import { isSame, type Placed } from '../../core/names/placed';
import { fail, ok, type Result } from '../../core/result';
import { stored } from '../../platform/stored';
import { reachableForSecrets } from '../connection/secrets';

/** Tries a new token whose secret is still kept; answers the account that the server takes it for. */
export async function tryToken({ atRoot, ...of }: Placed & { atRoot: boolean }): Promise<Result<string>> {
  const minted = (await stored.minted.get()).find((each) => isSame(placeOf(each), of));
  if (!minted) return fail({ kind: 'not-found' });
  const host = await reachableForSecrets(minted.hostId);
  if (!host.ok) return host;
  const caller = await callerWith(host.value, minted.secret, atRoot);
  return caller.ok ? ok(caller.value.name) : caller;
}
