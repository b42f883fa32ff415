import { isIt } from '../core/names/is-it';
import { placedKey } from '../core/names/placed';
import { keyOf } from '../core/names/token-key';
import { Ended } from '../ui/connected/ended';
import { WaitingRotation } from '../ui/connected/rotation-cards';
import { SetAside } from '../ui/connected/set-aside';
import { Stranger } from '../ui/connected/stranger';
import { act } from '../ui/deeds/acts';
import { globals, waitingRotations } from '../ui/stores/attention';
import { rows } from '../ui/stores/lists';
import * as noticed from '../ui/stores/noticed';
import { strays } from '../ui/stores/strays';
import { GlobalCard } from '../ui/views/cards/global-card';
import { NeedsAttention } from '../ui/views/cards/needs-attention';
import { StrayCard } from '../ui/views/cards/stray-card';
import type { HomeProps } from '../ui/views/home/home';

/** Tokens whose secrets were lost, but for those that are being revoked. */
function strayCards() {
  const waiting = strays.value.filter(({ token, host }) => !noticed.revokes.value.some((of) => isIt(of, token, host)));
  return waiting.map((row) => (
    <StrayCard
      key={keyOf(row.token, row.host)}
      row={row}
      rows={rows.value}
      strays={strays.value}
      onRevoke={() => act('revoke', row)}
    />
  ));
}

/** That stored values were set aside. */
export const lostCards = () => (noticed.lost.value ? [<SetAside key="set-aside" />] : []);

/** What waits for the user, a card each. */
function cards() {
  const strangers = noticed.strangers.value.map((row) => <Stranger key={keyOf(row.token, row.host)} row={row} />);
  const ended = noticed.endedElsewhere.value.map((each) => <Ended key={placedKey(each)} ended={each} />);
  const rotations = waitingRotations.value.map((each) => <WaitingRotation key={each.id} rotation={each} />);
  const all = globals.value;
  const global = [<GlobalCard key="global" rows={all} onReplace={(row) => act('replace', row)} />].slice(
    all.length > 0 ? 0 : 1,
  );
  return [...strayCards(), ...lostCards(), ...strangers, ...ended, ...rotations, ...global];
}

/** Whether home was shown with nothing over Quick mint. */
let wasBare = false;

/** What waits for the user has its place over Quick mint, and what comes later under it, where it moves nothing that a hand may be about to press. */
export function attention(): Pick<HomeProps, 'above' | 'below'> {
  const all = cards();
  wasBare ||= all.length === 0;
  const section = <NeedsAttention cards={all} />;
  return wasBare ? { above: null, below: section } : { above: section };
}
