import type { HostId, Identity } from '../../core/host';
import { withoutSeen } from '../../core/reminders/other-account';
import { stored } from '../../platform/stored';

/** Keeps the ends of the account whose list is about to be put away, since another one is signed in. */
export async function keepOtherAccounts(hostId: HostId, seen: Identity): Promise<void> {
  const item = stored.otherAccounts(hostId);
  const [{ snapshot }, others, hosts] = await Promise.all([
    stored.reading(hostId).get(),
    item.get(),
    stored.hosts.get(),
  ]);
  const host = hosts.find(({ id }) => id === hostId);
  if (!host || (others.length === 0 && (snapshot === null || snapshot.identity.id === seen.id))) return;
  await item.update((all) => withoutSeen(all, { host, before: snapshot, seen, now: Date.now() }));
}
