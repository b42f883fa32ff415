import type { VNode } from 'preact';
import type { KnownHost } from '../src/core/host';
import { keyOf } from '../src/core/names/token-key';
import { foundIn, soughtIn } from '../src/core/overview/token-filter';
import { itemsOf } from '../src/ui/row-menu';
import type { HomeProps } from '../src/ui/views/home/home';
import type { Notes } from '../src/ui/views/home/notes';
import { whenInWords } from '../src/ui/words/distance';
import { endState, reachStates } from '../src/ui/words/text';

const nothing = () => undefined;

/** What a part of the screen was made of. */
export const propsOf = <P>(part: VNode) => part.props as P;

function cardsIn({ above, below }: HomeProps) {
  const attention = above ?? below;
  const { cards } = attention ? propsOf<{ cards: VNode[] }>(attention) : { cards: [] };
  return cards.map((card) => [card.key, propsOf<Pick<HomeProps, 'rows'>>(card).rows.map((row) => row.token.id)]);
}

/** Beside what is on the clipboard, which the popup sees to first. */
function notesIn({ notes }: HomeProps) {
  const { away, troubles, ofPage } = notes
    ? propsOf<Parameters<typeof Notes>[0]>(notes)
    : { away: '', troubles: null, ofPage: null };
  return { away, troubles, ofPage };
}

/** What one reads on the screen, and what can be done there: the first rows of the list, and all that stands beside them. */
export function seen(home: HomeProps) {
  const { hosts: all, chosen, who, shown, rows, counts, words, pinned, show, singleKeys, says } = home;
  const first = foundIn(soughtIn(rows), { show, search: '', scopeWords: words.scope }).slice(0, 12);
  return {
    ...{ chosen, counts, show, singleKeys, says, who, notes: notesIn(home) },
    hosts: all.map(({ id, name }) => [id, name]),
    shown: shown.map((each) => [each.host.id, each.failure, each.snapshot?.complete]),
    pinned: pinned.map((each) => [
      each.id,
      each.name,
      home.detailOf(each, shown.length > 1 ? null : (shown[0]?.host ?? null)),
    ]),
    cards: cardsIn(home),
    menu: propsOf<{ host: KnownHost }>(home.menu({ label: '', close: nothing, leave: nothing, onKeys: nothing })).host
      .id,
    rows: first.map((row) => ({
      key: keyOf(row.token, row.host),
      name: row.token.name,
      scopes: [words.scopes(row.token.scopes), ...row.token.scopes.map(words.scope)],
      states: [endState(row.token, row.now), ...reachStates(row.token)],
      end: row.token.expiresAt && whenInWords(row.token.expiresAt, row.now),
      role: row.role,
      deeds: itemsOf(row, nothing).map(({ label }) => label),
    })),
  };
}
