import { type Entry, withEntries } from '../../core/history';
import type { KnownHost } from '../../core/host';
import { ok, type Result } from '../../core/result';
import type { RevokeOutcome } from '../../core/revoke';
import { inBackground, log } from '../../platform/log';
import type { StorageItem } from '../../platform/storage-item';
import { stored } from '../../platform/stored';
import { eraseAsidesOf } from '../asides';

/** What happened to one token; the time is added here. `by`: as which account, who need not be signed in there by now. */
type Happened = Pick<Entry, 'deed' | 'tokenId' | 'name' | 'by' | 'outcome' | 'reason'>;

/** What happened on a host, in the words of the history. */
export const entryOf = (host: KnownHost, happened: Happened): Entry => ({
  ...{ at: Date.now(), hostId: host.id, host: host.name },
  ...happened,
});

/** How a revoke ended, in those words. */
export function revokedAs(of: Pick<Happened, 'tokenId' | 'name' | 'by'>, ended: Result<RevokeOutcome>): Happened {
  const words = { revoked: 'done', active: 'failed', unconfirmed: 'unknown' } as const;
  if (ended.ok) return { deed: 'revoked', ...of, outcome: words[ended.value] };
  return { deed: 'revoked', ...of, outcome: 'failed', reason: ended.failure.kind };
}

/** Writes down what was done on a host. Nothing waits for it. */
export function keepHistory(host: KnownHost, ...happened: Happened[]): void {
  const entries = happened.map((each) => entryOf(host, each));
  inBackground(
    'history',
    stored.history.update((history) => withEntries(history, entries)),
  );
}

/**
 * Lets a stored value go on by what has ended, and writes that into the history in one go: a worker that is ended in
 * between would begin that again and tell it twice, or never tell it. A disk without room for the words keeps nothing up.
 */
export async function goOnAndTell<T>(item: StorageItem<T>, change: (value: T) => [T, Entry[]]): Promise<void> {
  const both = item.updateWith(stored.history, (value, history) => {
    const [next, entries] = change(value);
    return [next, entries.length > 0 ? withEntries(history, entries) : history];
  });
  await both.catch(async (error: unknown) => {
    log.warn('history', error);
    await item.update((value) => change(value)[0]);
  });
}

export async function eraseHistory(): Promise<Result<void>> {
  await stored.history.update(() => []);
  await eraseAsidesOf('history');
  return ok();
}
