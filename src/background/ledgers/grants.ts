import type { Entry } from '../../core/history';
import type { KnownHost } from '../../core/host';
import type { Intent } from '../../core/minting/intent';
import { withKept } from '../../core/minting/kept-secret';
import type { Minted } from '../../core/minting/minted';
import { stored } from '../../platform/stored';
import { accountOn } from '../connection/account-names';
import { knownHost } from '../connection/connection';
import { entryOf, goOnAndTell } from './history';

/** The word for a token that was made, as that account. */
export const madeEntry = (host: KnownHost, { id: tokenId, name }: Minted['token'], { name: by }: { name: string }) =>
  entryOf(host, { deed: 'made', tokenId, name, by, outcome: 'done' });

async function entriesOf(intent: Intent, kept: readonly Minted[]): Promise<Entry[]> {
  const host = await knownHost(intent.hostId);
  const minted = kept.find(({ token }) => token.id === intent.grantedId);
  if (!host.ok || !minted) return [];
  return [madeEntry(host.value, minted.token, minted.madeFor ?? (await accountOn(host.value, intent.identityId)))];
}

/** A token whose secret waits in session memory was made, although the worker did not live to write that down. */
export async function grantKept(): Promise<void> {
  const [kept, before] = [await stored.minted.get(), await stored.intents.get()];
  const granted = withKept(before, kept, Date.now()).filter(
    (each) => !before.includes(each) && each.grantedId !== null,
  );
  if (granted.length === 0) return;
  const entries = (await Promise.all(granted.map((intent) => entriesOf(intent, kept)))).flat();
  await goOnAndTell(stored.intents, (intents) => {
    const next = withKept(intents, kept, Date.now());
    const has = (all: Intent[], { tokenId }: Entry) => all.some(({ grantedId }) => grantedId === tokenId);
    // By now the answer may have granted it, and a list have settled what was asked.
    return [next, entries.filter((entry) => has(next, entry) && !has(intents, entry))];
  });
}
