import { message as m } from '../../../platform/message';
import type { Row } from '../../on-screen';
import { nameOf } from '../../words/text';

type Props = { row: Row; onOwn: (row: Row) => void; onOwnAlways: (row: Row) => void; onRevoke: (row: Row) => void };

/** A token that neither Patina nor a known tool has made. */
export function StrangerCard({ row, onOwn, onOwnAlways, onRevoke }: Props) {
  const name = nameOf(row.token);
  return (
    <div class="attention">
      <p>{m('stranger_explain', name, row.host.name)}</p>
      <div class="buttons">
        <button type="button" onClick={() => onOwn(row)}>
          {m('that_was_me')}
        </button>
        <button type="button" title={m('always_mine_explain')} onClick={() => onOwnAlways(row)}>
          {m('always_mine')}
        </button>
        <button type="button" onClick={() => onRevoke(row)}>
          {m('revoke_named', name)}
        </button>
      </div>
    </div>
  );
}
