import { call } from '../../contract/call';
import type { HostId, KnownHost } from '../../core/host';
import { message as m } from '../../platform/message';
import { show, whileReading } from '../stores/lists';
import { hush, say } from '../stores/notice';
import { rotations } from '../stores/rotations';
import { doing, refresh } from './doing';

export async function choose(hostId: HostId): Promise<void> {
  hush();
  await whileReading(async () => {
    await show(hostId);
    await call('hosts.choose', { hostId });
    await refresh();
  });
}

export async function removeHost({ id, name }: KnownHost): Promise<void> {
  const rotating = rotations.value.some(({ old, parts }) => [old, ...parts].some(({ hostId }) => hostId === id));
  const removed = await doing(name, () => call('hosts.remove', { hostId: id }));
  if (removed?.ok) say(m(rotating ? 'removed_host_rotating' : 'removed_host', name));
}
