import { useEffect, useState } from 'preact/hooks';
import type { HostId, KnownHost } from '../../../core/host';
import { daysOf } from '../../../core/minting/duplicate';
import { doGlobalTokensWork } from '../../../core/rotation/global-token';
import { message as m } from '../../../platform/message';
import { Dialog } from '../../components/dialog';
import { Checkbox } from '../../components/field';
import type { Row } from '../../on-screen';
import { daysInWords, nameOf } from '../../words/text';

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
  onOpen: () => void;
  onReplace: (places: KnownHost[]) => void;
  onClose: () => void;
};

/** Asks which organizations are to get a token of their own in the place of one for all. */
export function ReplaceToken({ row, places, onOpen, onReplace, onClose }: Props) {
  const { token, now } = row;
  const [chosen, choose] = useState<HostId[]>([]);
  useEffect(onOpen, []);
  const name = nameOf(token);
  return (
    <Dialog
      title={m('replace_heading', name)}
      deed={m('replace')}
      disabled={chosen.length === 0}
      onSubmit={() => {
        onClose();
        onReplace(places.filter(({ id }) => chosen.includes(id)));
      }}
      onCancel={onClose}
    >
      <p class="hint">{m('replace_explain', daysInWords(daysOf(token)))}</p>
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
      <p class="hint">{m(doGlobalTokensWork(now) ? 'replace_old_stays' : 'replace_old_is_over', name)}</p>
    </Dialog>
  );
}
