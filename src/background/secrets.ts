import { KEEP_SECRET } from '../core/minted';
import { ok, type Result } from '../core/result';
import type { TokenId } from '../core/token';
import { browser } from '../platform/browser';
import { stored } from '../platform/stored';
import { handed } from './rotations';

export const FORGET_SECRETS = 'forget-secrets';

/** Forgets each new secret when its time is over: an alarm for the oldest, which sets the next. */
export async function forgetOldSecrets(): Promise<void> {
  await stored.minted.update((kept) => kept.filter(({ mintedAt }) => Date.now() - mintedAt < KEEP_SECRET));
  await forgetSecretsLater();
}

/** Sets the alarm for the oldest secret, if there is one. */
export async function forgetSecretsLater(): Promise<void> {
  const [oldest] = await stored.minted.get();
  if (oldest) browser.alarms.create(FORGET_SECRETS, { when: oldest.mintedAt + KEEP_SECRET });
  else await browser.alarms.clear(FORGET_SECRETS);
}

export async function forgetSecret({ tokenId }: { tokenId: TokenId }): Promise<Result<void>> {
  await handed({ tokenId }); // before it is forgotten, or a rotation could take it for lost
  await stored.minted.update((kept) => kept.filter(({ token }) => token.id !== tokenId));
  await forgetSecretsLater();
  return ok();
}
