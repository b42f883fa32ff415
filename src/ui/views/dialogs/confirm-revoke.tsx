import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { Confirm } from '../../components/frames/confirm';
import { TokenFacts } from '../../components/token-facts';
import type { Row } from '../../on-screen';

type Props = {
  row: Row;
  /** Whether another token that works can be taken for it. */
  alike: boolean;
  onRevoke: (row: Row) => void;
  onClose: () => void;
};

export function ConfirmRevoke({ row, alike, onRevoke, onClose }: Props) {
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
    >
      <TokenFacts row={row} alike={alike} />
    </Confirm>
  );
}
