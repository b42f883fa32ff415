/**
 * The languages that Patina speaks, by the names of their folders in `public/_locales`, which are the browser's, each with
 * what its own speakers call it.
 */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
  zh_CN: '简体中文',
  ar: 'العربية',
} as const;

export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_IDS = Object.keys(LANGUAGES) as Language[]; // Object.keys forgets which keys there are
