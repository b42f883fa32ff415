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

/** Calls `changed` with the texts of each other language that is chosen, as they are kept: they are not spoken yet. */
export function onLanguage(changed: (stored: unknown) => void): void {
  browser.storage.local.onChanged.addListener((changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[SPOKEN];
    if (change) changed(change.newValue);
  });
}
