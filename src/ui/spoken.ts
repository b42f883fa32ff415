import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { knowLanguage, onLanguage } from '../platform/language/follow';
import { language } from '../platform/words';
import { tellLanguage } from './document-language';

/** The language of the words. */
export const spoken = signal('en');

/** What has words in it: worked out anew in another language, too. */
export const computedInWords = <T>(work: () => T): ReadonlySignal<T> =>
  computed(() => {
    void spoken.value;
    return work();
  });

function tell(): void {
  tellLanguage();
  spoken.value = language();
}

/** Knows the language before the first word, and follows it when another one is chosen. */
export async function loadLanguage(): Promise<void> {
  await knowLanguage();
  tell();
  onLanguage(tell);
}
