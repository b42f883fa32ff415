import { withPrint } from '../../core/doctor/print';
import type { HostId } from '../../core/host';
import { ok, type Result } from '../../core/result';
import type { Secret } from '../../core/secret';
import type { TokenId } from '../../core/token';
import { digestOf } from '../../platform/digest';
import { stored } from '../../platform/stored';

const newSalt = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What tells a secret from others, here alone: another installation has another salt. */
const printOf = (secret: Secret, salt: string) => digestOf(`${salt} ${secret.reveal()}`);

/** Keeps by what a new token can be known again. */
export async function keepPrint(hostId: HostId, tokenId: TokenId, secret: Secret): Promise<void> {
  await stored.salt.update((salt) => salt ?? newSalt());
  const salt = await stored.salt.get();
  if (salt === null) return; // everything is being erased
  const digest = printOf(secret, salt);
  await stored.prints(hostId).update((prints) => withPrint(prints, { tokenId, digest }));
}

type Placed = { hostId: HostId; tokenId: TokenId };

/** Which of the tokens that were made here has this secret. */
export async function recognize({ secret }: { secret: Secret }): Promise<Result<Placed | null>> {
  const salt = await stored.salt.get();
  if (salt === null) return ok(null);
  const digest = printOf(secret, salt);
  for (const { id: hostId } of await stored.hosts.get()) {
    const found = (await stored.prints(hostId).get()).find((print) => print.digest === digest);
    if (found) return ok({ hostId, tokenId: found.tokenId });
  }
  return ok(null);
}
