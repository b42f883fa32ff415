import { useState } from 'preact/hooks';
import { isConfirmed } from '../../../core/revoke-all/ask';
import { message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import { TextField } from '../../components/fields/field';
import { Foot } from '../../components/frames/screen';

type Props = {
  /** What has to be typed. */
  word: string;
  count: number;
  /** The whole list was just read. */
  isReady: boolean;
  busy: boolean;
  onRevoke: (typed: string) => void;
  onDryRun: (count: number) => void;
};

/** The last question, which cannot be answered by a slip of the hand. */
export function RevokeAllConfirm({ word, count, isReady, busy, onRevoke, onDryRun }: Props) {
  const [typed, setTyped] = useState('');
  const may = isConfirmed(typed, word) && isReady && !busy && count > 0;
  const submit = (event: Event) => {
    event.preventDefault();
    if (may) onRevoke(typed);
  };
  return (
    <Foot>
      <form class="revoke-all-confirm" onSubmit={submit} noValidate>
        <TextField label={m('revoke_all_type', word)} value={typed} spellcheck={false} onInput={setTyped} />
        <button type="submit" class="danger" disabled={!may}>
          {plural('revoke_all_deed', count)}
        </button>
        <button type="button" onClick={() => onDryRun(count)}>
          {m('dry_run')}
        </button>
      </form>
      {!isReady && <p class="hint warning">{m('revoke_all_not_ready')}</p>}
    </Foot>
  );
}
