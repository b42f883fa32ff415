import type { HostId } from '../../core/host';
import { isTypedFor, type Unsent } from '../../core/minting/unsent';
import { ok, type Result } from '../../core/result';
import { inBackground } from '../../platform/log';
import { stored } from '../../platform/stored';

/** Keeps what is typed into New token until it is sent or left; `null` forgets it. */
export async function keepUnsent({ unsent }: { unsent: Unsent | null }): Promise<Result<void>> {
  await stored.unsent.set(unsent);
  return ok();
}

type Sent = { hostId: HostId; name: string };

/** Forgets what was typed once its token is made, or may be. */
export function forgetTyped(sent: readonly Sent[]): void {
  const isSent = (unsent: Unsent) => sent.some((create) => isTypedFor(create, unsent));
  const forget = () => stored.unsent.update((unsent) => (unsent && isSent(unsent) ? null : unsent));
  if (sent.length > 0) inBackground('forget what was typed', forget());
}

/** The same by the answer to its create: a popup that was closed by then does not. */
export function forgetWhenMade(sent: Sent, made: Result<unknown>): void {
  if (made.ok || made.failure.kind === 'uncertain') forgetTyped([sent]);
}
