import { signal } from '@preact/signals';
import type { HostId, KnownHost } from '../../core/host';
import { limitsAt } from '../../core/minting/expectation';
import type { Limits } from '../../core/minting/limits';
import { inBackground } from '../../platform/log';
import { stored } from '../../platform/stored';
import { localNow } from '../state';

const limits = signal<ReadonlyMap<HostId, Limits | null>>(new Map());
const followed = new Set<HostId>();

async function follow(hostId: HostId): Promise<void> {
  const item = stored.limits(hostId);
  const keep = (value: Limits | null) => {
    limits.value = new Map(limits.value).set(hostId, value);
  };
  item.watch(keep);
  keep(await item.get());
}

/** What a host was found to allow the account that is signed in there; followed from the first time it is asked for. */
export function limitsOf({ id, identity }: KnownHost): Limits {
  if (!followed.has(id)) inBackground('limits', follow(id));
  followed.add(id);
  return limitsAt(limits.value.get(id) ?? null, identity?.id ?? '', localNow.value);
}
