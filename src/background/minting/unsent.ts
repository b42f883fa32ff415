import type { Draft } from '../../core/draft';
import type { Unsent } from '../../core/minting/unsent';
import { ok, type Result } from '../../core/result';
import { inBackground } from '../../platform/log';
import { stored } from '../../platform/stored';

/** Keeps what is typed into New token until it is sent or left; `null` forgets it. */
export async function keepUnsent({ unsent }: { unsent: Unsent | null }): Promise<Result<void>> {
  await stored.unsent.set(unsent);
  return ok();
}

/** Forgets what was typed once its token is made, or may be: a popup that was closed by then does not. */
export function forgetWhenMade({ name }: Draft, made: Result<unknown>): void {
  const mayBeMade = made.ok || made.failure.kind === 'uncertain';
  const forget = () => stored.unsent.update((unsent) => (unsent?.name === name ? null : unsent));
  if (mayBeMade) inBackground('forget what was typed', forget());
}
