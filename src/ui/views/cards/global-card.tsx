import { doGlobalTokensWork } from '../../../core/rotation/global-token';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import { Menu } from '../../components/menu';
import type { Row } from '../../on-screen';
import { AttentionCard } from './attention-card';

type Props = {
  /** The tokens for all organizations that are neither revoked nor expired. */
  rows: Row[];
  onReplace: (row: Row) => void;
};

/** Tokens for all organizations are at their end; each that nobody replaces yet can be replaced. */
export function GlobalCard({ rows, onReplace }: Props) {
  const [first] = rows;
  if (!first) return null;
  const left = rows.filter(({ role }) => role === null);
  const [only] = left;
  return (
    <AttentionCard
      sign="globe"
      reason={plural(doGlobalTokensWork(first.now) ? 'global_stop' : 'global_stopped', rows.length)}
    >
      {only && left.length === 1 && (
        <button type="button" onClick={() => onReplace(only)}>
          {m('replace_item')}
        </button>
      )}
      {left.length > 1 && (
        <Menu
          label={m('replace_item')}
          look="plain"
          items={left.map((row) => ({ label: nameOf(row.token), choose: () => onReplace(row) }))}
        >
          {m('replace_item')}
        </Menu>
      )}
    </AttentionCard>
  );
}
