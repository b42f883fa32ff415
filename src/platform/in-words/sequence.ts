import { message } from '../message';

/** Sentences one after the other; an empty one is left out. */
export function inSequence(...sentences: string[]): string {
  return sentences
    .filter((each) => each !== '')
    .reduce((text, next) => (text ? message('two_sentences', text, next) : next), '');
}
