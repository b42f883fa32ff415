import type { Entry } from '../history';
import { isoDate } from '../iso';

/** An entry as it is exported, oldest first; the id of its token only where it was asked for. */
export function exportedEntry({ at, deed, host, by, tokenId, name, outcome, reason }: Entry, withId: boolean) {
  const entry = { at: isoDate(at), deed, organization: host, by, name, outcome, reason: reason ?? '' };
  return withId ? { ...entry, id: tokenId ?? '' } : entry;
}

type Exported = ReturnType<typeof exportedEntry>;

/** What the user's language calls what stands in the table. The reason is a code, the same everywhere. */
export type HistoryWords = {
  column: (id: string) => string;
  deed: (deed: Entry['deed']) => string;
  outcome: (outcome: Entry['outcome']) => string;
};

/** The same as a table: its heads, and a row of texts each. */
export function historyTable(entries: readonly Exported[], words: HistoryWords): string[][] {
  const rows = entries.map((entry) =>
    Object.values({ ...entry, deed: words.deed(entry.deed), outcome: words.outcome(entry.outcome) }),
  );
  return [Object.keys(entries[0] ?? {}).map(words.column), ...rows];
}

/** The entries, newest first, of which name, organization, account or what it says contain `search`, upper or lower case. */
export function searchHistory(history: readonly Entry[], search: string, inWords: (entry: Entry) => string): Entry[] {
  const wanted = search.trim().toLowerCase();
  const has = (text: string) => text.toLowerCase().includes(wanted);
  const isMeant = (entry: Entry) => [entry.name, entry.host, entry.by].some(has) || has(inWords(entry));
  return (wanted === '' ? history : history.filter(isMeant)).toReversed();
}
