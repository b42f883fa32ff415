import { signal } from '@preact/signals';
import type { HostId, KnownHost } from '../../core/host';
import { limitsAt } from '../../core/minting/expectation';
import type { Limits } from '../../core/minting/limits';
import { inBackground } from '../../platform/log';
import { stored } from '../../platform/stored';
import { localNow } from './clock';
import { follow } from './follow';

const limits = signal<ReadonlyMap<HostId, Limits | null>>(new Map());
const followed = new Set<HostId>();

const followHost = (hostId: HostId) =>
  follow(stored.limits(hostId), (value) => {
    limits.value = new Map(limits.value).set(hostId, value);
  });

/** What a host was found to allow the account that is signed in there; followed from the first time it is asked for. */
export function limitsOf({ id, identity }: KnownHost): Limits {
  if (!followed.has(id)) inBackground('limits', followHost(id));
  followed.add(id);
  return limitsAt(limits.value.get(id) ?? null, identity?.id ?? '', localNow.value);
}
