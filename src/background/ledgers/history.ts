import { type Entry, withEntries } from '../../core/history';
import type { KnownHost } from '../../core/host';
import { ok, type Result } from '../../core/result';
import { inBackground } from '../../platform/log';
import { stored } from '../../platform/stored';
import { eraseAsidesOf } from '../asides';

/** What happened to one token; the time is added here. `by`: as which account, who need not be signed in there by now. */
type Happened = Pick<Entry, 'deed' | 'tokenId' | 'name' | 'by' | 'outcome' | 'reason'>;

/** Writes down what was done on a host. Nothing waits for it. */
export function keepHistory(host: KnownHost, ...happened: Happened[]): void {
  const common = { at: Date.now(), hostId: host.id, host: host.name };
  const entries = happened.map((each) => ({ ...common, ...each }));
  inBackground(
    'history',
    stored.history.update((history) => withEntries(history, entries)),
  );
}

export async function eraseHistory(): Promise<Result<void>> {
  await stored.history.update(() => []);
  await eraseAsidesOf('history');
  return ok();
}
