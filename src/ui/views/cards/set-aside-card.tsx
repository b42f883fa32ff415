import { message as m } from '../../../platform/message';
import { AttentionCard } from './attention-card';

type Props = { busy: boolean; onDismiss: () => void; onErase: () => void };

/** Some of what is stored could not be read. */
export function SetAsideCard({ busy, onDismiss, onErase }: Props) {
  return (
    <AttentionCard reason={m('set_aside')}>
      <button type="button" disabled={busy} onClick={onDismiss}>
        {m('ok')}
      </button>
      <button type="button" disabled={busy} onClick={onErase}>
        {m('set_aside_erase')}
      </button>
    </AttentionCard>
  );
}
