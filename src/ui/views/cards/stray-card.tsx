import { useId } from 'preact/hooks';
import { isActive } from '../../../core/expiry';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import type { Row } from '../../on-screen';
import { madeInWords } from '../../words/when';
import { AttentionCard } from './attention-card';

type StrayProps = {
  row: Row;
  /** The tokens among which there may be one of the same name that the user holds. */
  rows: readonly Row[];
  /** Those of them whose secrets nobody holds. */
  strays: readonly Row[];
  onRevoke: () => void;
};

/** The one of the same name there whose secret somebody has, if there is one. */
function heldTwin({ row, rows, strays }: StrayProps): Row | undefined {
  return rows.find(
    (each) =>
      each.role === null &&
      each.token.name === row.token.name &&
      each.host.id === row.host.id &&
      !strays.includes(each) &&
      isActive(each.token, each.now),
  );
}

/** A token whose secret was lost on the way. */
export function StrayCard(props: StrayProps) {
  const { row, onRevoke } = props;
  const reason = useId();
  const twin = heldTwin(props);
  const name = nameOf(row.token);
  return (
    <AttentionCard
      id={reason}
      name={name}
      aside={madeInWords(row.token.createdAt, row.now)}
      reason={twin ? m('stray_twin', madeInWords(twin.token.createdAt, twin.now)) : m('stray_reason')}
    >
      <button type="button" aria-describedby={reason} onClick={onRevoke}>
        {m('revoke_named', name)}
      </button>
    </AttentionCard>
  );
}
