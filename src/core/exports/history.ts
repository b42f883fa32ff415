import type { Entry } from '../history';
import { isoDate } from '../iso';

/** An entry as it is exported, oldest first; the id of its token only where it was asked for. */
export function exportedEntry({ at, deed, host, by, tokenId, name, outcome, reason }: Entry, withId: boolean) {
  const entry = { at: isoDate(at), deed, organization: host, by, name, outcome, reason: reason ?? '' };
  return withId ? { ...entry, id: tokenId ?? '' } : entry;
}

/** The entries, newest first, of which name, organization, account or deed contain `search`, upper or lower case. */
export function searchHistory(history: readonly Entry[], search: string): Entry[] {
  const wanted = search.trim().toLowerCase();
  const texts = ({ name, host, by, deed }: Entry) => [name, host, by, deed];
  return history.filter((entry) => texts(entry).some((text) => text.toLowerCase().includes(wanted))).toReversed();
}
