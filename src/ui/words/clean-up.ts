import type { Reason } from '../../core/cleanup/reasons';
import type { How } from '../../core/cleanup/walk';
import { nameOf } from '../../platform/in-words/people';
import { inSequence } from '../../platform/in-words/sequence';
import { type MessageKey, message as m } from '../../platform/message';
import type { InView, Row } from '../on-screen';
import { whenInWords } from './distance';
import { adviceInWords } from './narrower';
import { dayInWords } from './when';

type Kind = Reason<Row>['kind'];
type Newer = Extract<Reason<Row>, { newer: Row }>['kind'];

const ofOthers = {
  superseded: ({ token }) => m('worth_superseded', nameOf(token), dayInWords(token.createdAt)),
  twin: ({ token }) => m('worth_twin', dayInWords(token.createdAt)),
} satisfies Record<Newer, (newer: Row) => string>;

const ofItself = {
  stray: () => m('worth_stray'),
  'full-unneeded': (row) => adviceInWords(row) ?? m('worth_full_access'),
  'full-unnamed': () => m('worth_full_unnamed'),
  'full-access': () => m('worth_full_access'),
  global: () => m('worth_global'),
  'test-name': () => m('worth_test_name'),
  ending: ({ token, now }) => m('worth_ending', whenInWords(token.expiresAt ?? now, now)),
} satisfies Record<Exclude<Kind, Newer>, (row: Row) => string>;

/** Why a token is worth ending, as a sentence. */
export const reasonText = (reason: Reason<Row>, row: Row): string =>
  'newer' in reason ? ofOthers[reason.kind](reason.newer) : ofItself[reason.kind](row);

const decisions = {
  revoke: 'revoking',
  rotate: 'clean_up_rotating',
  keep: 'clean_up_kept',
  later: 'clean_up_put_off',
} as const satisfies Record<How, MessageKey>;

/** What was decided about a token. */
export const decisionText = (how: How, { token }: Row): string => m(decisions[how], nameOf(token));

/** Which token is asked about, at which place of how many, and the weightiest reason: for who does not see it. */
export function inViewText(shown: InView | null, place: { at: number; of: number }): string {
  if (!shown) return m('clean_up_done');
  const [first] = shown.reasons;
  const where = m('clean_up_in_view', String(place.at), String(place.of), nameOf(shown.row.token));
  return inSequence(where, shown.back ?? (first ? reasonText(first, shown.row) : ''));
}
