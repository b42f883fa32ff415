import { contained } from '../../core/names/visible';
import { message, textOf } from '../message';

/** Sentences one after the other; an empty one is left out. */
export function inSequence(...sentences: string[]): string {
  return sentences
    .filter((each) => each !== '')
    .reduce((text, next) => (text ? message('two_sentences', text, next) : next), '');
}

/**
 * Things one after the other: "a, b, c". By a message and not by `Intl.ListFormat`, whose first use costs a new process 13
 * to 27 ms, in the frame that shows the list.
 */
export function listInWords(items: Iterable<string>): string {
  const [first = '', ...others] = [...items].map(contained);
  return others.reduce((list, next) => textOf('list_next', [list, next]), first);
}
