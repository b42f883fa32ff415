import { message as m } from '../../../platform/message';
import { Icon } from '../../components/icon';
import { Menu } from '../../components/menu';
import { Name } from '../../components/name';
import type { Row } from '../../on-screen';
import { type Act, itemsOf } from '../../token-menu';
import { scopesInWords } from '../../words/scopes';
import { expiryInWords, nameOf, roleInWords, stateWords } from '../../words/text';
import { exactly } from '../../words/when';

export type RowProps = {
  row: Row;
  showsHost: boolean;
  onShow: (row: Row) => void;
  onAct: Act;
};

export function TokenRow({ row, showsHost, onShow, onAct }: RowProps) {
  const { token, host, now, role } = row;
  const name = nameOf(token);
  const end = token.expiresAt === null ? undefined : exactly(token.expiresAt);
  return (
    <li class="token">
      <div class="token-text">
        <div class="token-head">
          <button type="button" class="token-name" onClick={() => onShow(row)}>
            <Name of={name} />
          </button>
          {stateWords(token, now).map((word) => (
            <span key={word} class="state">
              {word}
            </span>
          ))}
        </div>
        {showsHost && (
          <div class="token-detail">
            <Name of={host.name} />
          </div>
        )}
        <div class="token-detail">{scopesInWords(token.scopes)}</div>
        <div class="token-detail" title={end}>
          {expiryInWords(token, now)}
        </div>
        {role && <div class="token-detail">{roleInWords(role)}</div>}
      </div>
      <Menu label={m('actions_for', name)} items={itemsOf(row, onAct)}>
        <Icon name="more" />
      </Menu>
    </li>
  );
}
