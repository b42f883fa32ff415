import { newTokenAddress } from '../core/commands/addresses';
import type { Action } from '../core/doors/abilities';
import { inBackground } from '../platform/log';
import type { FilledIn } from '../ui/connected/commands';
import { openPalette } from '../ui/connected/palette';
import { act } from '../ui/deeds/acts';
import { duplicate } from '../ui/deeds/minting';
import { openPage } from '../ui/deeds/pages';
import type { Row } from '../ui/on-screen';
import { toHandOver } from '../ui/stores/minted';
import { go, goHome } from '../ui/stores/screen';
import { linkTo } from '../ui/token-link';
import { earlyOf } from '../ui/views/palette/early';

function show(word: string): void {
  goHome();
  location.hash = word;
}

/** What a token is asked about stands over its details; Duplicate has a screen of its own. */
function doDeed(deed: Action | 'show', row: Row): void {
  if (deed === 'duplicate') {
    inBackground('duplicate', duplicate(row));
    location.hash = 'new-token';
    return;
  }
  show(linkTo(row));
  if (deed !== 'show') act(deed, row);
}

/** What the palette opens in a tab: its views. */
const doors = {
  view: show,
  settings: () => show('settings'),
  addHost: () => show('organizations'),
  page: (address: string) => inBackground('open a page', openPage(address)),
  newToken: (filledIn?: FilledIn) => {
    show(filledIn ? newTokenAddress({ purpose: filledIn.purpose.id, host: filledIn.host.id }) : 'new-token');
    go('create'); // also where it was left before, and the address stays the same
  },
  deed: doDeed,
};

/** Not over a new token: it would be lost to sight before it was copied. */
export function open(pressed: readonly KeyboardEvent[]): void {
  const early = earlyOf(pressed);
  if (early && toHandOver.value.length === 0) openPalette(doors, early);
}
