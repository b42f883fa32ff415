import { computed } from '@preact/signals';
import { ALL_HOSTS } from '../../core/all-hosts';
import { mayBeIdle, type Overview, overviewOf } from '../../core/overview/overview';
import type { Row, Shown } from '../on-screen';
import { hosts } from './hosts';
import { show } from './lists';
import { purposes } from './purposes';
import { rowsOf, rowsOfAll, shownOf } from './readings';

/** `hasIdle`: whether the service may end a token there that nobody uses. */
export type HostOverview = Shown & Overview<Row> & { hasIdle: boolean };

/** How the tokens of each organization stand; one that works in all of them counts in each. */
export const overviews = computed((): HostOverview[] =>
  hosts.value.map(shownOf).map((each) => {
    const rows = rowsOf(each);
    return { ...each, ...overviewOf(rows, purposes.value.own), hasIdle: rows.some((row) => mayBeIdle(row, each.host)) };
  }),
);

/** The tokens of all organizations, each once, whichever of them the page is about. */
export const allRows = computed(() => rowsOfAll(hosts.value.map(shownOf)));

/** Shows what is known of every organization, without asking any. */
export const lookAtAll = () => show(ALL_HOSTS);
