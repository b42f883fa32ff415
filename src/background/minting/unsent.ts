import type { Unsent } from '../../core/minting/unsent';
import { ok, type Result } from '../../core/result';
import { stored } from '../../platform/stored';

/** Keeps what is typed into New token until it is sent or left; `null` forgets it. */
export async function keepUnsent({ unsent }: { unsent: Unsent | null }): Promise<Result<void>> {
  await stored.unsent.set(unsent);
  return ok();
}
