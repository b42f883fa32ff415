import { useMemo } from 'preact/hooks';
import { keyOf } from '../../../core/names/token-key';
import type { Role } from '../../../core/rotation/roles';
import { nameOf } from '../../../platform/in-words/people';
import { inBackground } from '../../../platform/log';
import { message as m } from '../../../platform/message';
import { Icon } from '../../components/icon';
import { MenuButton } from '../../components/menu';
import { Name } from '../../components/name';
import { StateWord } from '../../components/state-word';
import { isPlain } from '../../keys/plain';
import { later } from '../../later';
import type { Row } from '../../on-screen';
import type { Act } from '../../token-menu';
import type { Drawn } from '../../window';
import { whenInWords } from '../../words/distance';
import { endState, reachStates } from '../../words/text';

/** As in the sheet, which few rows follow: where one of many stands is reckoned, not measured. */
export const ROW_HEIGHT = 46;

const RowMenu = later(
  () => import('../../row-menu'),
  ({ RowMenu }) => RowMenu,
);

/** What a row says of scopes, and of a rotation: the first rows bring their words, for the others the catalogue is asked. */
export type RowWords = {
  scopes: (ids: readonly string[]) => string;
  scope: (id: string) => string;
  role: (role: Role) => string;
};

export type RowProps = {
  row: Row;
  words: RowWords;
  place: Drawn['attributes'];
  showsHost: boolean;
  /** Whether a letter alone may act on the row. */
  singleKeys: boolean;
  onShow: (row: Row) => void;
  onAct: Act;
  /** A key that may do something to the row, and then is nobody else's. */
  onKey: (event: KeyboardEvent, row: Row) => void;
};

/** When it ends, at the right edge, where the eye goes down. Of a revoked token that does not matter any more. */
function End({ row: { token, now } }: { row: Row }) {
  const state = endState(token, now);
  const { expiresAt } = token;
  return (
    <div class="row-end">
      {state && <StateWord kind={state.kind}>{state.word}</StateWord>}
      {expiresAt === null && !token.revoked && <span>{m('expires_unknown')}</span>}
      {expiresAt !== null && !token.revoked && <span>{whenInWords(expiresAt, now)}</span>}
    </div>
  );
}

/** What it can do, and where, in one line; all of it stands in the details. */
function Detail({ row, words, showsHost }: Pick<RowProps, 'row' | 'words' | 'showsHost'>) {
  const { token, host, role } = row;
  const states = reachStates(token);
  const isFull = states.some(({ kind }) => kind === 'full');
  const parts = [
    ...(role ? [words.role(role)] : []),
    ...(showsHost ? [nameOf(host)] : []),
    ...(isFull ? [] : [words.scopes(token.scopes)]),
  ];
  return (
    <div class="row-detail">
      {states.map(({ kind, word }) => (
        <StateWord key={word} kind={kind}>
          {word}
        </StateWord>
      ))}
      <span>
        {parts.map((each, index) => (
          <>
            {index > 0 && ' · '}
            <bdi>{each}</bdi>
          </>
        ))}
      </span>
    </div>
  );
}

/** The exact end, for who points at the row: the first date that a browser formats costs it 13 to 27 ms. */
async function tellEnd({ expiresAt, revoked }: Row['token'], row: HTMLElement): Promise<void> {
  if (expiresAt === null || revoked) return;
  const when = await import('../../words/when');
  row.title = when.exactly(expiresAt);
}

type Looks = Omit<RowProps, 'place'>;

function Looks({ row, words, showsHost, onShow, onAct }: Looks) {
  const name = nameOf(row.token);
  const label = m('actions_for', name);
  return (
    <>
      <div class="row-text">
        <button type="button" class="row-name" onClick={() => onShow(row)}>
          <Name of={name} />
        </button>
        <Detail row={row} words={words} showsHost={showsHost} />
      </div>
      <End row={row} />
      <MenuButton label={label} menu={(closing) => <RowMenu label={label} row={row} onAct={onAct} {...closing} />}>
        <Icon name="more" />
      </MenuButton>
    </>
  );
}

/** One token. While others come and go around it, it is not looked at again. */
export function TokenRow({ place, ...looks }: RowProps) {
  const { row, words, showsHost, singleKeys, onShow, onAct, onKey } = looks;
  const { token, host } = row;
  const onKeyDown = (event: KeyboardEvent) => {
    if ((singleKeys || event.key === 'Delete') && isPlain(event)) onKey(event, row);
  };
  const inside = useMemo(() => <Looks {...looks} />, [row, words, showsHost, onShow, onAct]);
  return (
    <li
      class={token.revoked ? 'row revoked' : 'row'}
      data-place={keyOf(token, host)}
      onKeyDown={onKeyDown}
      onPointerEnter={(event) => inBackground('exact end', tellEnd(token, event.currentTarget))}
      {...place}
    >
      {inside}
    </li>
  );
}
