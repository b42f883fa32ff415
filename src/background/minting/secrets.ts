import { KEEP_SECRET, type Minted } from '../../core/minting/minted';
import { ok, type Result } from '../../core/result';
import type { TokenId } from '../../core/token';
import { setAlarm } from '../../platform/alarm';
import { stored } from '../../platform/stored';
import { handed } from '../ledgers/rotations';
import { showSecretOnBadge } from '../reminders/badge';

export const FORGET_SECRETS = 'forget-secrets';

/** Forgets each new secret when its time is over: an alarm for the oldest, which sets the next. */
export async function forgetOldSecrets(): Promise<void> {
  const now = Date.now();
  // What seems to be of the future was made before the clock was set back: nobody knows how old it is.
  const isOld = ({ mintedAt }: Minted) => mintedAt > now || now - mintedAt >= KEEP_SECRET;
  if (!(await stored.minted.get()).some(isOld)) return await alarmForOldest();
  await stored.minted.update((kept) => kept.filter((each) => !isOld(each)));
  await forgetSecretsLater();
}

/** Sets the alarm for the oldest secret, if there is one. */
async function alarmForOldest(): Promise<void> {
  const [oldest] = await stored.minted.get();
  await setAlarm(FORGET_SECRETS, oldest ? oldest.mintedAt + KEEP_SECRET : null);
}

/** Secrets have come or gone: sets the alarm for the oldest, and shows on the badge whether there are some. */
export async function forgetSecretsLater(): Promise<void> {
  await alarmForOldest();
  await showSecretOnBadge();
}

export async function forgetSecret({ tokenId }: { tokenId: TokenId }): Promise<Result<void>> {
  await handed({ tokenId }); // before it is forgotten, or a rotation could take it for lost
  await stored.minted.update((kept) => kept.filter(({ token }) => token.id !== tokenId));
  await forgetSecretsLater();
  return ok();
}
