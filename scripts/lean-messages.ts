import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

type Messages = Record<string, { message: string; description?: string }>;

/** The messages without what is said to translators. */
export function lean(text: string): string {
  const messages: Messages = JSON.parse(text);
  return JSON.stringify(Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, { message }])));
}

/** A browser reads the whole file before the first word of a popup; half of it is for translators alone. */
export function leanMessages(outDir: string) {
  const folder = `${outDir}/_locales`;
  return {
    name: 'lean-messages',
    apply: 'build' as const,
    closeBundle() {
      for (const locale of readdirSync(folder)) {
        const path = `${folder}/${locale}/messages.json`;
        writeFileSync(path, lean(readFileSync(path, 'utf8')));
      }
    },
  };
}
