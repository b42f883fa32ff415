import { keyOf } from '../../../core/names/token-key';
import { nameOf } from '../../../platform/in-words/people';
import { scopesInWords } from '../../../platform/in-words/scopes';
import { message as m } from '../../../platform/message';
import { Icon } from '../../components/icon';
import { Menu } from '../../components/menu';
import { Name } from '../../components/name';
import { StateWord } from '../../components/state-word';
import { isPlain } from '../../keys/plain';
import type { Row } from '../../on-screen';
import { type Act, actionAt, itemsOf } from '../../token-menu';
import { whenInWords } from '../../words/distance';
import { endState, reachStates, roleInWords } from '../../words/text';
import { exactly } from '../../words/when';

export type RowProps = {
  row: Row;
  showsHost: boolean;
  /** Whether a letter alone may act on the row. */
  singleKeys: boolean;
  onShow: (row: Row) => void;
  onAct: Act;
};

/** When it ends, at the right edge, where the eye goes down. Of a revoked token that does not matter any more. */
function End({ row: { token, now } }: { row: Row }) {
  const state = endState(token, now);
  const { expiresAt } = token;
  return (
    <div class="row-end">
      {state && <StateWord kind={state.kind}>{state.word}</StateWord>}
      {expiresAt === null && !token.revoked && <span>{m('expires_unknown')}</span>}
      {expiresAt !== null && !token.revoked && <span title={exactly(expiresAt)}>{whenInWords(expiresAt, now)}</span>}
    </div>
  );
}

/** What it can do, and where, in one line; all of it stands in the details. */
function Detail({ row, showsHost }: Pick<RowProps, 'row' | 'showsHost'>) {
  const { token, host, role } = row;
  const states = reachStates(token);
  const isFull = states.some(({ kind }) => kind === 'full');
  const words = [
    ...(role ? [roleInWords(role)] : []),
    ...(showsHost ? [nameOf(host)] : []),
    ...(isFull ? [] : [scopesInWords(token.scopes)]),
  ];
  return (
    <div class="row-detail">
      {states.map(({ kind, word }) => (
        <StateWord key={word} kind={kind}>
          {word}
        </StateWord>
      ))}
      <span>
        {words.map((each, index) => (
          <>
            {index > 0 && ' · '}
            <Name of={each} />
          </>
        ))}
      </span>
    </div>
  );
}

export function TokenRow({ row, showsHost, singleKeys, onShow, onAct }: RowProps) {
  const { token, host } = row;
  const name = nameOf(token);
  const onKeyDown = (event: KeyboardEvent) => {
    const action = (singleKeys || event.key === 'Delete') && isPlain(event) ? actionAt(event.key, row) : undefined;
    if (!action) return;
    event.preventDefault();
    onAct(action, row);
  };
  return (
    <li class={token.revoked ? 'row revoked' : 'row'} data-place={keyOf(token, host)} onKeyDown={onKeyDown}>
      <div class="row-text">
        <button type="button" class="row-name" onClick={() => onShow(row)}>
          <Name of={name} />
        </button>
        <Detail row={row} showsHost={showsHost} />
      </div>
      <End row={row} />
      <Menu label={m('actions_for', name)} items={itemsOf(row, onAct)}>
        <Icon name="more" />
      </Menu>
    </li>
  );
}
