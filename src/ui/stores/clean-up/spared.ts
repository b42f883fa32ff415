import { computed, signal } from '@preact/signals';
import { isSparedAt, type Spared } from '../../../core/cleanup/spared';
import type { HostId } from '../../../core/host';
import { placedKey } from '../../../core/names/placed';
import { inBackground } from '../../../platform/log';
import { stored } from '../../../platform/stored';
import type { Row } from '../../on-screen';
import { localNow } from '../clock';
import { follow } from '../follow';
import { hosts } from '../hosts';
import { allRows } from '../overview';

const known = signal<ReadonlyMap<HostId, Spared[]>>(new Map());
const followed = new Map<HostId, Promise<void>>();

const followHost = (hostId: HostId) =>
  follow(stored.spared(hostId), (spared) => {
    known.value = new Map(known.value).set(hostId, spared);
  });

/** Knows from now on which tokens of these hosts Clean up does not ask about. */
export async function knowSpared(ids: HostId[]): Promise<void> {
  for (const id of ids) if (!followed.has(id)) followed.set(id, followHost(id));
  await Promise.all(ids.map((id) => followed.get(id)));
}

/** What is known of one that came since, too. */
function sparedOf(id: HostId): Spared[] {
  if (!followed.has(id)) inBackground('spared', knowSpared([id]));
  return known.value.get(id) ?? [];
}

/** Those of the accounts that are shown, as long as they are. */
const keys = computed(() => {
  const placed = hosts.value.flatMap(({ id: hostId, identity }) =>
    sparedOf(hostId)
      .filter((each) => each.identityId === identity?.id && isSparedAt(each, localNow.value))
      .map(({ tokenId }) => ({ hostId, tokenId })),
  );
  return new Set(placed.map(placedKey));
});

export const isSpared = ({ token, host }: Row): boolean =>
  keys.value.has(placedKey({ hostId: host.id, tokenId: token.id }));

/** Their tokens: one that several organizations list is one. */
export const spared = computed(() => allRows.value.filter(isSpared));
