import type { MessageKey } from '../platform/message';

/**
 * All messages of which the question is made. The build writes them of each language into a file of its own
 * (`scripts/guard-words.ts`), which runs behind this script where a language was chosen.
 */
export const WORDS = [
  'language',
  'guard_by',
  'guard_question',
  'guard_question_more',
  'guard_anyway',
  'guard_leave_out',
  'guard_revoke',
] as const satisfies readonly MessageKey[];

export type Word = (typeof WORDS)[number];
