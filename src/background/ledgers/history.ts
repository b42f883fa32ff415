import { type Entry, withEntries } from '../../core/history';
import type { KnownHost } from '../../core/host';
import { ok, type Result } from '../../core/result';
import { inBackground } from '../../platform/log';
import { stored } from '../../platform/stored';
import { eraseAsidesOf } from '../asides';

/** What happened to one token; the time is added here, and the account where it is the one that is known on the host. */
type Happened = Pick<Entry, 'deed' | 'tokenId' | 'name' | 'outcome' | 'reason'> & { by?: string };

/** Writes down what was done on a host, by the account that is known there. Nothing waits for it. */
export function keepHistory(host: KnownHost, ...happened: Happened[]): void {
  const common = { at: Date.now(), hostId: host.id, host: host.name, by: host.identity?.name ?? '' };
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
