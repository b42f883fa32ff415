import { browser } from '../browser';
import { speak, type Texts } from '../message';

// The browser's own messages are in its language and cannot be switched. Of a language that was chosen in Settings the worker
// keeps all texts as one value, which is read beside what is shown first: docs/decisions/033.

/** The key of the texts of the chosen language; nothing is there while it is the browser's. */
export const SPOKEN = 'spoken';

/** What is kept says of which version it is: another one may have other places in its sentences. */
export const versionNow = () => browser.runtime.getManifest().version;

export type Kept = { language: string; version: string; texts: Texts };

/** What is kept, if it is of this version and whole. */
export function opened(stored: unknown): Kept | null {
  try {
    const found = JSON.parse(String(stored)) as Kept; // written by this very version, or not taken
    return found.version === versionNow() ? found : null;
  } catch {
    return null;
  }
}

/** Speaks the language whose texts are kept. */
export const speakAs = (stored: unknown): void => speak(opened(stored)?.texts ?? null);
