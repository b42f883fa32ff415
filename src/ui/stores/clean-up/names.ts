import { computed } from '@preact/signals';
import { factsOf } from '../../../core/cleanup/facts';
import { isActive } from '../../../core/expiry';
import { skeletonOf } from '../../../core/names/look-alike';
import type { Row } from '../../on-screen';
import { allRows } from '../overview';

const skeletons = new Map<string, string>();

function looksOf({ token: { name } }: Row): string {
  const known = skeletons.get(name) ?? skeletonOf(name);
  skeletons.set(name, known);
  return known;
}

const counts = computed(() => {
  const all = new Map<string, number>();
  for (const row of allRows.value)
    if (isActive(row.token, row.now)) all.set(looksOf(row), (all.get(looksOf(row)) ?? 0) + 1);
  return all;
});

/** Whether another token that works can be taken for this one, by its name. */
export const hasAlike = (row: Row): boolean => (counts.value.get(looksOf(row)) ?? 0) > 1;

/** So many names are looked at without a pause: a frame has room for as many. */
const AT_ONCE = 500;

/** Looks at the names of all tokens before they are put in order, in pieces: ten thousand would keep every key waiting. */
export async function learnNames(): Promise<void> {
  const rows = allRows.value;
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    for (const row of rows.slice(from, from + AT_ONCE)) {
      factsOf(row.token);
      looksOf(row);
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}
