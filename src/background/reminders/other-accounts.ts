import type { HostId, Identity } from '../../core/host';
import { type OtherAccount, withoutSeen } from '../../core/reminders/other-account';
import { stored } from '../../platform/stored';

/** Keeps the ends of the account whose list is about to be put away, since another one is signed in. */
export async function keepOtherAccounts(hostId: HostId, seen: Identity): Promise<void> {
  const item = stored.otherAccounts(hostId);
  const [onDisk, inMemory, others, hosts] = await Promise.all([
    stored.reading(hostId).get(),
    stored.unsaved(hostId).get(),
    item.get(),
    stored.hosts.get(),
  ]);
  const host = hosts.find(({ id }) => id === hostId);
  // Where the disk did not take the last list, it has an older one, which may be of yet another account.
  const lists = [onDisk, inMemory].flatMap(({ snapshot }) => snapshot ?? []);
  if (!host || (others.length === 0 && lists.every(({ identity }) => identity.id === seen.id))) return;
  const common = { host, seen, now: Date.now() };
  await item.update((all) =>
    [null, ...lists].reduce((left: OtherAccount[], before) => withoutSeen(left, { ...common, before }), all),
  );
}
