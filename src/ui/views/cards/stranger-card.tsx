import { useId } from 'preact/hooks';
import { FULL_ACCESS } from '../../../core/scopes/full-access';
import { nameOf } from '../../../platform/in-words/people';
import { scopesInWords } from '../../../platform/in-words/scopes';
import { message as m } from '../../../platform/message';
import type { Row } from '../../on-screen';
import { madeInWords } from '../../words/when';
import { AttentionCard } from './attention-card';

type Props = { row: Row; onOwn: (row: Row) => void; onOwnAlways: (row: Row) => void; onRevoke: (row: Row) => void };

/** A token that neither Patina nor a known tool has made. */
export function StrangerCard({ row, onOwn, onOwnAlways, onRevoke }: Props) {
  const { token, host, now } = row;
  const reason = useId();
  const name = nameOf(token);
  return (
    <AttentionCard
      id={reason}
      sign={token.scopes.includes(FULL_ACCESS) ? 'shield' : 'alert'}
      name={name}
      aside={madeInWords(token.createdAt, now)}
      reason={m('stranger_reason', nameOf(host), scopesInWords(token.scopes))}
    >
      <button type="button" aria-describedby={reason} onClick={() => onOwn(row)}>
        {m('that_was_me')}
      </button>
      <button type="button" title={m('always_mine_explain')} aria-describedby={reason} onClick={() => onOwnAlways(row)}>
        {m('always_mine')}
      </button>
      <button type="button" class="to-danger" aria-describedby={reason} onClick={() => onRevoke(row)}>
        {m('revoke_named', name)}
      </button>
    </AttentionCard>
  );
}
