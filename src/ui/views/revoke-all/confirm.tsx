import { useState } from 'preact/hooks';
import { isConfirmed } from '../../../core/revoke-all/ask';
import { message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import { TextField } from '../../components/field';
import { NoticeLine } from '../../components/notice-line';
import type { Notice } from '../../on-screen';

type Props = {
  notice: Notice | null;
  /** What has to be typed. */
  word: string;
  count: number;
  /** The whole list was just read. */
  isReady: boolean;
  busy: boolean;
  onRevoke: (typed: string) => void;
  onDryRun: (count: number) => void;
  onOpen: (url: string) => void;
};

/** The last question, which cannot be answered by a slip of the hand. */
export function RevokeAllConfirm({ notice, word, count, isReady, busy, onRevoke, onDryRun, onOpen }: Props) {
  const [typed, setTyped] = useState('');
  const may = isConfirmed(typed, word) && isReady && !busy && count > 0;
  const submit = (event: Event) => {
    event.preventDefault();
    if (may) onRevoke(typed);
  };
  return (
    <form class="revoke-all-confirm" onSubmit={submit} noValidate>
      <NoticeLine notice={notice} onOpen={onOpen} />
      <TextField label={m('revoke_all_type', word)} value={typed} spellcheck={false} onInput={setTyped} />
      {!isReady && <p class="hint warning">{m('revoke_all_not_ready')}</p>}
      <div class="buttons">
        <button type="submit" class="danger" disabled={!may}>
          {plural('revoke_all_deed', count)}
        </button>
        <button type="button" onClick={() => onDryRun(count)}>
          {m('dry_run')}
        </button>
      </div>
    </form>
  );
}
