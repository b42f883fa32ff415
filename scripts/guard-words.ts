import type { Plugin } from 'vite';
import { LANGUAGE_IDS, type Language } from '../src/core/languages.ts';
import { WORDS } from '../src/guard/words.ts';
import { localePath, readMessages } from './translations.ts';

/** A call of what the paste guard waits for, with its few words of a language; what that lacks is in English, as elsewhere. */
export function guardWordsIn(language: Language): string {
  const [english, own] = [readMessages('en'), readMessages(language)];
  const words = Object.fromEntries(WORDS.map((word) => [word, own[word] ?? english[word]]));
  return `speakPasteGuard(${JSON.stringify(words)});\n`;
}

/**
 * Puts a script with them into the build for each language. The guard may read nothing that is stored, and of the package
 * a page could read whatever the guard could: so the worker has the browser run the one that was chosen (docs/decisions/033).
 */
export function guardWords(): Plugin {
  return {
    name: 'guard-words',
    apply: 'build',
    buildStart() {
      for (const language of LANGUAGE_IDS) this.addWatchFile(localePath(language));
    },
    generateBundle() {
      for (const language of LANGUAGE_IDS)
        this.emitFile({ type: 'asset', fileName: `guard-words/${language}.js`, source: guardWordsIn(language) });
    },
  };
}
