import { message as m } from '../../../platform/message';

type Props = { busy: boolean; onDismiss: () => void; onErase: () => void };

/** Some of what is stored could not be read. */
export function SetAsideCard({ busy, onDismiss, onErase }: Props) {
  return (
    <div class="attention">
      <p>{m('set_aside')}</p>
      <div class="buttons">
        <button type="button" disabled={busy} onClick={onDismiss}>
          {m('ok')}
        </button>
        <button type="button" disabled={busy} onClick={onErase}>
          {m('set_aside_erase')}
        </button>
      </div>
    </div>
  );
}
