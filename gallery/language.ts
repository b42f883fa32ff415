/// <reference types="vite/types/importMeta.d.ts" />
import { speak, type Texts } from '../src/platform/message';
import { tellLanguage } from '../src/ui/document-language';
import { pseudoTexts } from './pseudo';

// Stories are told in one language for each load of the page: some have words from the beginning.

const files = import.meta.glob<Record<string, { message: string }>>('../public/_locales/*/messages.json', {
  eager: true,
  import: 'default',
});

function textsOf(language: string): Texts {
  const messages = files[`../public/_locales/${language}/messages.json`] ?? {};
  return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
}

const language = new URLSearchParams(location.search).get('language') ?? 'en';

if (language !== 'en') speak(language === 'pseudo' ? pseudoTexts(textsOf('en')) : textsOf(language));
tellLanguage();
