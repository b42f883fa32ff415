import { message as m } from '../../../platform/message';
import { Confirm } from '../../components/confirm';
import type { Row } from '../../on-screen';
import { nameOf } from '../../words/text';

type Props = { row: Row; onRevoke: (row: Row) => void; onClose: () => void };

export function ConfirmRevoke({ row, onRevoke, onClose }: Props) {
  return (
    <Confirm
      question={m('revoke_ask', nameOf(row.token))}
      explanation={m('revoke_explain')}
      deed={m('revoke')}
      onConfirm={() => {
        onClose();
        onRevoke(row);
      }}
      onCancel={onClose}
    />
  );
}
