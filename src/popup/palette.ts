import type { Action } from '../core/doors/abilities';
import type { KnownHost } from '../core/host';
import { inBackground } from '../platform/log';
import type { FilledIn } from '../ui/connected/commands';
import { openPalette } from '../ui/connected/palette';
import { act } from '../ui/deeds/acts';
import { choose } from '../ui/deeds/hosts';
import { openPage, openSettings, openView } from '../ui/deeds/pages';
import type { Row } from '../ui/on-screen';
import { showDetails } from '../ui/stores/details';
import { host, showsAll } from '../ui/stores/hosts';
import { toHandOver } from '../ui/stores/minted';
import { askedPurpose } from '../ui/stores/new-token';
import { go, goHome } from '../ui/stores/screen';
import { earlyOf } from '../ui/views/palette/early';

const doing = (deed: Promise<void>) => inBackground('a command', deed);

/** Shows what is of this host; it is read as soon as it is on the screen. */
function at({ id }: KnownHost, show: () => void): void {
  const isThere = showsAll.value || host.value?.id === id;
  if (!isThere) doing(choose(id)); // which has it on the screen at once
  show();
}

function newToken(filledIn?: FilledIn): void {
  goHome(); // and what another one began with is forgotten
  if (filledIn) at(filledIn.host, () => go('create'));
  else go('create');
  askedPurpose.value = filledIn?.purpose.id ?? null;
}

/** What the palette opens in the popup. */
const doors = {
  view: (word: string) => doing(openView(word)),
  settings: () => doing(openSettings()),
  addHost: () => go('add-host'),
  page: (address: string) => doing(openPage(address)),
  newToken,
  deed: (deed: Action | 'show', row: Row) => (deed === 'show' ? at(row.host, () => showDetails(row)) : act(deed, row)),
};

/** Not over a new token: it would be lost to sight before it was copied. */
export function open(pressed: readonly KeyboardEvent[]): void {
  const early = earlyOf(pressed);
  if (early && toHandOver.value.length === 0) openPalette(doors, early);
}
