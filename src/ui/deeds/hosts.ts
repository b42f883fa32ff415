import { call } from '../../contract/call';
import type { HostId, KnownHost } from '../../core/host';
import type { Result } from '../../core/result';
import { message as m } from '../../platform/message';
import { askToReach } from '../../platform/permission';
import { show } from '../stores/lists';
import { notice, say } from '../stores/notice';
import { rotations } from '../stores/rotations';
import { goHome } from '../stores/screen';
import { doing, refresh } from './doing';
import { openAdd } from './pages';

export async function choose(hostId: HostId): Promise<void> {
  notice.value = null;
  await show(hostId);
  await call('hosts.choose', { hostId });
  await refresh();
}

/** Adds a host from a tab, where the user can be asked for leave to reach it. */
export async function askAndAddHost(address: string): Promise<void> {
  await askToReach(address);
  await addHost(address);
}

/** Adds a host; one that needs the user's leave is added in a tab. */
export async function addHostInPopup(address: string): Promise<void> {
  const added = await addHost(address);
  if (added?.ok === false && added.failure.kind === 'permission') await openAdd(address);
}

async function addHost(address: string): Promise<Result<HostId> | undefined> {
  say(m('adding', address));
  const added = await doing(address, () => call('hosts.add', { address }));
  if (!added?.ok) return added;
  goHome();
  await show(added.value);
  await refresh();
  return added;
}

export async function removeHost({ id, name }: KnownHost): Promise<void> {
  const rotating = rotations.value.some(({ old, parts }) => [old, ...parts].some(({ hostId }) => hostId === id));
  const removed = await doing(name, () => call('hosts.remove', { hostId: id }));
  if (removed?.ok) say(m(rotating ? 'removed_host_rotating' : 'removed_host', name));
}
