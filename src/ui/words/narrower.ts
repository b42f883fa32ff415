import { adviceOn } from '../../core/narrower/advice';
import { productOf } from '../../core/scopes/product';
import { wordsFor } from '../../platform/message';
import { plural } from '../../platform/words';
import type { Row } from '../on-screen';

/** How much more a token can do than it is for, as a sentence; `null` where there is nothing to say. */
export function adviceInWords(row: Row): string | null {
  const advice = adviceOn(row, productOf(row.host));
  if (advice === null) return null;
  const { areas, isAll, needs, purpose } = advice;
  if (purpose)
    return plural(isAll ? 'wide_all_for' : 'wide_for', areas, wordsFor('built_in_name', purpose.id), String(needs));
  return plural(isAll ? 'wide_all' : 'wide', areas, String(needs));
}
