import { adviceOn } from '../../core/narrower/advice';
import type { Purpose } from '../../core/purposes/purpose';
import { productOf } from '../../core/scopes/product';
import { nameOf } from '../../platform/in-words/people';
import { named } from '../../platform/in-words/purposes';
import { plural } from '../../platform/words';
import type { Row } from '../on-screen';

/** How much more a token can do than it is for, as a sentence; `null` where there is nothing to say. */
export function adviceInWords(row: Row, own: readonly Purpose[] = []): string | null {
  const advice = adviceOn(row, { product: productOf(row.host), own });
  if (advice === null) return null;
  const { areas, isAll, needs, purpose } = advice;
  if (purpose) return plural(isAll ? 'wide_all_for' : 'wide_for', areas, nameOf(named(purpose)), String(needs));
  return plural(isAll ? 'wide_all' : 'wide', areas, String(needs));
}
