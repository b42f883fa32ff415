import type { HistoryWords } from '../../core/exports/history';
import type { TableWords } from '../../core/exports/tokens';
import { scopeInWords } from '../../platform/in-words/scopes';
import { message as m, wordsFor } from '../../platform/message';

const column = (id: string) => wordsFor('column', id);

/** A list of tokens in the user's words, for people who open it in a spreadsheet. */
export const tableWords: TableWords = {
  column,
  scope: scopeInWords,
  state: (state) => m(`exported_state_${state}`),
  answer: (isSo) => m(isSo ? 'exported_yes' : 'exported_no'),
};

/** The same of the history. */
export const historyWords: HistoryWords = {
  column,
  deed: (deed) => m(`exported_deed_${deed}`),
  outcome: (outcome) => m(`exported_outcome_${outcome}`),
};
