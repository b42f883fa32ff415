import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { knowLanguage, onLanguage } from '../platform/language/follow';
import { speakAs } from '../platform/language/spoken';
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

let isTyped = false;
let waiting: { stored: unknown } | null = null;

function speakNow(): void {
  if (waiting === null) return;
  speakAs(waiting.stored);
  waiting = null;
  tell();
}

/** What was typed on the screen may be lost: it is left, or another language is chosen on it. */
export function forgetTyped(): void {
  isTyped = false;
  speakNow();
}

/**
 * Knows the language before the first word, and follows it when another one is chosen. Another language draws all anew, so
 * where something was typed it waits until the screen is left.
 */
export async function loadLanguage(): Promise<void> {
  await knowLanguage();
  tell();
  onLanguage((stored) => {
    waiting = { stored };
    if (!isTyped) speakNow();
  });
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea')) isTyped = true;
  });
}
