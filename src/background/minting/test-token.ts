import { callerWith } from '../../azure/caller';
import { addressOf } from '../../core/hosts/address-of';
import { placeOf } from '../../core/minting/minted';
import { isSame, type Placed } from '../../core/names/placed';
import { fail, ok, type Result } from '../../core/result';
import { mayReach } from '../../platform/permission';
import { stored } from '../../platform/stored';
import { hostForSecrets } from '../connection/secrets';

/** Tries a new token whose secret is still kept; answers the account that the server takes it for. */
export async function tryToken({ atRoot, ...of }: Placed & { atRoot: boolean }): Promise<Result<string>> {
  const minted = (await stored.minted.get()).find((each) => isSame(placeOf(each), of));
  if (!minted) return fail({ kind: 'not-found' });
  const host = await hostForSecrets(minted.hostId);
  if (!host.ok) return host;
  if (!(await mayReach(host.value))) return fail({ kind: 'permission', address: addressOf(host.value) });
  const caller = await callerWith(host.value, minted.secret, atRoot);
  return caller.ok ? ok(caller.value.name) : caller;
}
