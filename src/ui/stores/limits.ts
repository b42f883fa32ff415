import { signal } from '@preact/signals';
import type { HostId, KnownHost } from '../../core/host';
import { limitsAt } from '../../core/minting/expectation';
import type { Believed, Limits } from '../../core/minting/limits';
import { limitsUnder } from '../../core/policy/held';
import { inBackground } from '../../platform/log';
import { stored } from '../../platform/stored';
import { localNow } from './clock';
import { follow } from './follow';
import { policy } from './policy';

const limits = signal<ReadonlyMap<HostId, Limits | null>>(new Map());
const followed = new Set<HostId>();

const followHost = (hostId: HostId) =>
  follow(stored.limits(hostId), (value) => {
    limits.value = new Map(limits.value).set(hostId, value);
  });

/** What a host was found to allow the account that is signed in there; followed from the first time it is asked for. */
export function limitsOf({ id, identity }: KnownHost): Believed {
  if (!followed.has(id)) inBackground('limits', followHost(id));
  followed.add(id);
  const believed = limitsAt(limits.value.get(id) ?? null, identity?.id ?? '', localNow.value);
  return limitsUnder(policy.value.policy, believed);
}
