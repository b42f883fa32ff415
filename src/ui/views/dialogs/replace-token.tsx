import { useEffect, useState } from 'preact/hooks';
import type { Lifetime } from '../../../core/draft';
import type { HostId, KnownHost } from '../../../core/host';
import { daysToHopeFor } from '../../../core/minting/expectation';
import type { Believed } from '../../../core/minting/limits';
import type { Refused } from '../../../core/minting/refused-field';
import { doGlobalTokensWork } from '../../../core/rotation/global-token';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { useFirstFault } from '../../components/fault';
import { Checkbox } from '../../components/fields/field';
import { choiceOf, choiceOfLifetime, LifetimeField, lifetimeOf } from '../../components/fields/lifetime-field';
import { FullAccessHint, LifetimeHints } from '../../components/fields/limit-hints';
import { Dialog } from '../../components/frames/dialog';
import { TokenFacts } from '../../components/token-facts';
import type { Row } from '../../on-screen';
import type { Answered } from '../../stores/asked';
import { refusedFaults } from '../../words/refused';

type PlaceProps = { place: KnownHost; row: Row; checked: boolean; onCheck: (checked: boolean) => void };

function PlaceCheck({ place, row, checked, onCheck }: PlaceProps) {
  const { name, identity } = place;
  const another = identity && identity.id !== row.host.identity?.id;
  return (
    <li>
      <Checkbox label={name} checked={checked} disabled={identity === null} onChange={onCheck} />
      {identity === null && <p class="hint">{m('replace_nobody_seen', name)}</p>}
      {another && <p class="hint">{m('signed_in_as', identity.name)}</p>}
    </li>
  );
}

type Props = {
  row: Row;
  /** The organizations that could get a token of their own. */
  places: KnownHost[];
  alike: boolean;
  /** Whether a deed is under way: this one can be sent when that is done. */
  busy: boolean;
  refused: Refused | null;
  answered: Answered | undefined;
  limitsOf: (place: KnownHost) => Believed;
  onOpen: () => void;
  onReplace: (places: KnownHost[], lifetime: Lifetime) => void;
  onClose: () => void;
};

/** Asks which organizations are to get a token of their own in the place of one for all. */
export function ReplaceToken({ row, places, limitsOf, refused, onReplace, onClose, ...props }: Props) {
  const { token, now } = row;
  const [chosen, choose] = useState<HostId[]>(props.answered?.places ?? []);
  useEffect(props.onOpen, []);
  const before = refused?.asked.lifetime;
  const [choice, setChoice] = useState(() => (before ? choiceOfLifetime(before) : null));
  const name = nameOf(token);
  const on = places.filter(({ id }) => chosen.includes(id));
  const limits = limitsOf(row.host);
  const longest = limits.decided?.longestDays;
  const chosenLifetime = choice ?? choiceOf(daysToHopeFor(token, on.map(limitsOf)));
  const lifetime = lifetimeOf(chosenLifetime, longest);
  // The first of them is asked first, and has refused it.
  const [first] = on;
  const isSame = first !== undefined && first.id === props.answered?.places[0];
  const faults = refusedFaults(isSame ? refused : null, { lifetime }, first?.name ?? '');
  useFirstFault(0, refused);
  return (
    <Dialog
      title={m('replace_heading', name)}
      deed={m('replace')}
      disabled={chosen.length === 0 || props.busy}
      onSubmit={() => {
        onClose();
        onReplace(on, lifetime);
      }}
      onCancel={onClose}
    >
      {props.alike && <TokenFacts row={row} alike />}
      <p class="hint">{m('replace_explain')}</p>
      <ul class="checks" aria-label={m('replace_for')}>
        {places.map((place) => (
          <PlaceCheck
            key={place.id}
            place={place}
            row={row}
            checked={chosen.includes(place.id)}
            onCheck={(checked) => choose([...chosen.filter((id) => id !== place.id), ...(checked ? [place.id] : [])])}
          />
        ))}
      </ul>
      <FullAccessHint host={row.host} limits={limits} scopes={token.scopes} />
      <LifetimeField value={chosenLifetime} longest={longest} fault={faults.lifetime ?? null} onChange={setChoice} />
      {on.map((place) => (
        <LifetimeHints key={place.id} host={place} limits={limitsOf(place)} lifetime={lifetime} />
      ))}
      <p class="hint">{m(doGlobalTokensWork(now) ? 'replace_old_stays' : 'replace_old_is_over')}</p>
    </Dialog>
  );
}
