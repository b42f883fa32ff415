import { useId, useMemo } from 'preact/hooks';
import { nameOf } from '../../../platform/in-words/people';
import { scopesInWords } from '../../../platform/in-words/scopes';
import { message as m } from '../../../platform/message';
import { Checkbox } from '../../components/fields/field';
import { Icon } from '../../components/icon';
import type { Row } from '../../on-screen';
import type { Drawn } from '../../window';
import { expiryInWords } from '../../words/standing';
import { wideStates } from '../../words/text';
import { exactly } from '../../words/when';

/** In a long list: so much its lines take. */
export const REVOCABLE_HEIGHT = 52;

export type RevocableProps = {
  row: Row;
  place: Drawn['attributes'];
  showsHost: boolean;
  isKept: boolean;
  /** It is never revoked here, whatever else is. */
  isProtected: boolean;
  onCheck: (row: Row, checked: boolean) => void;
  onKeepAlways: (row: Row, always: boolean) => void;
};

type Looks = Omit<RevocableProps, 'place' | 'onCheck' | 'onKeepAlways'> & {
  detail: string;
  onCheck: (checked: boolean) => void;
  onKeepAlways: () => void;
};

function Detail({ row: { token, host, now }, showsHost, id }: Pick<Looks, 'row' | 'showsHost'> & { id: string }) {
  const wide = wideStates(token).map(({ word }) => word);
  const words = [...wide, scopesInWords(token.scopes), ...(showsHost ? [host.name] : [])];
  return (
    <div class="token-detail" id={id}>
      <bdi>{words.join(' · ')}</bdi>
      {' · '}
      <span title={token.expiresAt === null ? undefined : exactly(token.expiresAt)}>{expiryInWords(token, now)}</span>
    </div>
  );
}

function Looks({ row, showsHost, isKept, isProtected, detail, onCheck, onKeepAlways }: Looks) {
  const name = nameOf(row.token);
  return (
    <>
      <div class="token-text" title={name}>
        <Checkbox
          label={name}
          checked={!isKept && !isProtected}
          disabled={isProtected}
          describedBy={detail}
          onChange={onCheck}
        />
        <Detail row={row} showsHost={showsHost} id={detail} />
      </div>
      <button
        type="button"
        class="icon-button keep"
        aria-label={m('always_keep_named', name)}
        aria-pressed={isProtected}
        title={m('always_keep')}
        onClick={onKeepAlways}
      >
        <Icon name="pin" />
      </button>
    </>
  );
}

/** A token that goes, unless it is unchecked. While another one of a thousand changes it is not looked at again. */
export function RevocableRow({ place, onCheck, onKeepAlways, ...looks }: RevocableProps) {
  const { row, showsHost, isKept, isProtected } = looks;
  const detail = useId();
  const inside = useMemo(
    () => (
      <Looks
        {...looks}
        detail={detail}
        onCheck={(checked) => onCheck(row, checked)}
        onKeepAlways={() => onKeepAlways(row, !isProtected)}
      />
    ),
    [row, showsHost, isKept, isProtected],
  );
  return (
    <li class="revocable" {...place}>
      {inside}
    </li>
  );
}
