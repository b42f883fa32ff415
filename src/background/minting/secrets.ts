import { KEEP_SECRET, type Minted, placeOf } from '../../core/minting/minted';
import { isSame, type Placed } from '../../core/names/placed';
import { ok, type Result } from '../../core/result';
import { alarmAt, setAlarm } from '../../platform/alarm';
import { log } from '../../platform/log';
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

/**
 * Wakes for a secret that is about to be kept, unless an earlier one does: a worker that is ended right after that leaves
 * nothing else that would start the next one. Where none can be set, the secret is kept all the same.
 */
export async function wakeForSecret(mintedAt: number): Promise<void> {
  const end = mintedAt + KEEP_SECRET;
  try {
    if (((await alarmAt(FORGET_SECRETS)) ?? Number.POSITIVE_INFINITY) > end) await setAlarm(FORGET_SECRETS, end);
  } catch (error) {
    log.warn('alarm for a secret', error);
  }
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

/** Forgets the secret of a token that was to be revoked: nobody has taken it, and no time of an old token begins by that. */
export async function dropSecret({ hostId, tokenId }: Placed): Promise<void> {
  const of = { hostId, tokenId };
  await stored.minted.update((kept) => kept.filter((each) => !isSame(placeOf(each), of)));
  await forgetSecretsLater();
}

/** Forgets a secret that was taken. */
export async function forgetSecret({ hostId, tokenId }: Placed): Promise<Result<void>> {
  await handed({ hostId, tokenId }); // before it is forgotten, or a rotation could take it for lost
  await dropSecret({ hostId, tokenId });
  return ok();
}
