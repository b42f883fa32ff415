import { message as m } from '../../platform/message';
import type { Row } from '../state';
import { expiryInWords, nameOf, scopesInWords, stateWords } from '../text';
import { exactly } from '../when';
import { Icon } from './icon';
import { Menu } from './menu';

type Props = { row: Row; showsHost: boolean; onRevoke: (row: Row) => void };

export function TokenRow({ row, showsHost, onRevoke }: Props) {
  const { token, host, now } = row;
  const name = nameOf(token);
  const items = token.revoked ? [] : [{ label: m('revoke_item'), choose: () => onRevoke(row) }];
  const end = token.expiresAt === null ? undefined : exactly(token.expiresAt);
  return (
    <li class="token">
      <div class="token-text">
        <div class="token-head">
          <span class="token-name">{name}</span>
          {stateWords(token, now).map((word) => (
            <span key={word} class="state">
              {word}
            </span>
          ))}
        </div>
        {showsHost && <div class="token-detail">{host.name}</div>}
        <div class="token-detail">{scopesInWords(token.scopes)}</div>
        <div class="token-detail" title={end}>
          {expiryInWords(token, now)}
        </div>
      </div>
      {items.length > 0 && (
        <Menu label={m('actions_for', name)} items={items}>
          <Icon name="more" />
        </Menu>
      )}
    </li>
  );
}
