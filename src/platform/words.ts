import { message } from './message';

/** The language that the words on the screen are in, which need not be the browser's. */
export const language = () => message('language');

let lists: Intl.ListFormat | undefined;

/** Things one after the other, as the language lists them: "a, b, c". */
export function listInWords(items: Iterable<string>): string {
  lists ??= new Intl.ListFormat(language(), { type: 'conjunction', style: 'narrow' });
  return lists.format(items);
}
