import { direction, language } from '../platform/words';

/** Says of the page in which language its words are, and in which direction they are read. */
export function tellLanguage(): void {
  Object.assign(document.documentElement, { lang: language(), dir: direction() });
}
