import { computed } from '@preact/signals';
import { ALL_HOSTS } from '../../core/host';
import { type Overview, overviewOf } from '../../core/overview';
import { refresh } from '../deeds';
import { type Row, rowsOf, type Shown, show, shown } from '../state';

export type HostOverview = Shown & Overview<Row>;

/** How the tokens of each organization stand; one that works in all of them counts in each. */
export const overviews = computed((): HostOverview[] =>
  shown.value.map((each) => ({ ...each, ...overviewOf(rowsOf(each)) })),
);

/** Shows what is known of every organization, and reads it again. */
export async function openOverview(): Promise<void> {
  await show(ALL_HOSTS);
  await refresh();
}
