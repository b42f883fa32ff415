import { computed, signal } from '@preact/signals';
import { ALL_HOSTS } from '../../core/all-hosts';
import type { HostId } from '../../core/host';
import { countsOf } from '../../core/overview/counts';
import { soughtIn } from '../../core/overview/token-filter';
import { byUrgencyThenEnd } from '../../core/overview/urgency';
import { chosenId, host, hosts, showsAll } from './hosts';
import { know, rowsOfAll, shownOf } from './readings';

/** The list is being read; at the start it is about to be. */
export const refreshing = signal(true);

export const shown = computed(() => {
  const chosen = host.value ? [host.value] : [];
  return (showsAll.value ? hosts.value : chosen).map(shownOf);
});

/** The tokens on the screen, those that need somebody first. */
export const rows = computed(() => rowsOfAll(shown.value).toSorted(byUrgencyThenEnd));

/** From when the lists on the screen are, where nobody is signed in to read them anew. */
export const asOf = computed(() => {
  const read = shown.value.flatMap(({ snapshot }) => (snapshot ? [snapshot.readAt] : []));
  const isOut = shown.value.every(({ failure }) => failure?.kind === 'signed-out');
  return isOut && read.length > 0 ? Math.min(...read) : null;
});

/** How many tokens each choice shows; what is searched for does not count. */
export const counts = computed(() => countsOf(soughtIn(rows.value)));

let underWay = 0;

/**
 * Shows and reads a list by `deed`. It is loading before it is shown, since what was never read has not failed; and as
 * long as any is read, since another one may have been chosen meanwhile.
 */
export async function whileReading<T>(deed: () => Promise<T>): Promise<T> {
  underWay += 1;
  refreshing.value = true;
  try {
    return await deed();
  } finally {
    underWay -= 1;
    refreshing.value = underWay > 0;
  }
}

/** Shows a host, or all of them, with what is known of it. */
export async function show(hostId: HostId): Promise<void> {
  chosenId.value = hostId;
  await know(hostId === ALL_HOSTS ? hosts.value.map(({ id }) => id) : [hostId]);
}
