import { language } from '../platform/words';

/** Says of the page in which language its words are, and in which direction they are read. */
export function tellLanguage(): void {
  const lang = language();
  Object.assign(document.documentElement, { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
}
