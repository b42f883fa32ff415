import { browser } from '../browser';
import { log } from '../log';
import { rawValues } from '../raw';
import { SPOKEN, speakAs } from './spoken';

let known: Promise<void> | undefined;

/** Speaks the chosen language from now on. Words that are made before are the browser's. */
export function knowLanguage(): Promise<void> {
  known ??= rawValues('local', [SPOKEN])
    .then(({ [SPOKEN]: stored }) => speakAs(stored))
    // What cannot be read is told by who needs more of it than words.
    .catch((error: unknown) => log.warn('language', error));
  return known;
}

/** Speaks each other language that is chosen later, and calls `changed` then. */
export function onLanguage(changed: () => void): void {
  browser.storage.local.onChanged.addListener((changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[SPOKEN];
    if (!change) return;
    speakAs(change.newValue);
    changed();
  });
}
