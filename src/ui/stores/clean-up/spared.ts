import { computed } from '@preact/signals';
import { isSparedAt } from '../../../core/cleanup/spared';
import { placedKey } from '../../../core/names/placed';
import { stored } from '../../../platform/stored';
import type { Row } from '../../on-screen';
import { localNow } from '../clock';
import { ofEachHost } from '../follow';
import { hosts } from '../hosts';
import { allRows } from '../overview';

const sparedOn = ofEachHost('spared', stored.spared);

/** Knows from now on which tokens of these hosts Clean up does not ask about. */
export const knowSpared = sparedOn.know;

/** Those of the accounts that are shown, as long as they are. */
const keys = computed(() => {
  const placed = hosts.value.flatMap(({ id: hostId, identity }) =>
    (sparedOn.of(hostId) ?? [])
      .filter((each) => each.identityId === identity?.id && isSparedAt(each, localNow.value))
      .map(({ tokenId }) => ({ hostId, tokenId })),
  );
  return new Set(placed.map(placedKey));
});

export const isSpared = ({ token, host }: Row): boolean =>
  keys.value.has(placedKey({ hostId: host.id, tokenId: token.id }));

/** Their tokens: one that several organizations list is one. */
export const spared = computed(() => allRows.value.filter(isSpared));
