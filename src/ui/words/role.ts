import type { Role } from '../../core/rotation/roles';
import { nameOf } from '../../platform/in-words/people';
import { listInWords } from '../../platform/in-words/sequence';
import { message as m } from '../../platform/message';

/** What a token replaces, or is replaced by. */
export function roleInWords({ is, others }: Role): string {
  if (others.length === 0) return m('being_replaced');
  return m(is === 'old' ? 'being_replaced_by' : 'replaces', listInWords(others.map((name) => nameOf({ name }))));
}
