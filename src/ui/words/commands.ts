import { wordsOf } from '../../core/commands/search';
import type { Action } from '../../core/doors/abilities';
import type { Token } from '../../core/token';
import { nameOf } from '../../platform/in-words/people';
import { message as m } from '../../platform/message';

/** What can be done to a token by its name: it is shown, or what its menu has. */
export type Deed = 'show' | Action;

/** The deed and the token it is done to, as one line. */
export const commandText = (deed: Deed, token: Pick<Token, 'name'>): string => m(`command_${deed}`, nameOf(token));

/** The words that a deed is called by, in the user's language. */
export const deedWords = (deed: Deed): string[] => wordsOf(m(`command_${deed}`, ''));
