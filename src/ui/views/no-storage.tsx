import { useState } from 'preact/hooks';
import { message as m } from '../../platform/message';
import { Confirm } from '../components/frames/confirm';

type Props = {
  /** What became of the last press, as a sentence; empty before. */
  said: string;
  onAgain: () => void;
  onCopy: () => void;
  onErase: () => void;
};

/** Stands in place of everything where the browser does not give what is stored. */
export function NoStorage({ said, onAgain, onCopy, onErase }: Props) {
  const [asking, ask] = useState(false);
  return (
    <section>
      <h1>{m('no_storage')}</h1>
      <p role="alert">{m('no_storage_explain')}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={onAgain}>
          {m('try_again')}
        </button>
        <button type="button" onClick={onCopy}>
          {m('copy_diagnostics')}
        </button>
        <button type="button" onClick={() => ask(true)}>
          {m('erase_everything')}
        </button>
      </div>
      <p role="status">{said}</p>
      {asking && (
        <Confirm
          question={m('erase_ask')}
          explanation={m('erase_ask_explain')}
          deed={m('erase_everything')}
          onConfirm={() => {
            ask(false);
            onErase();
          }}
          onCancel={() => ask(false)}
        />
      )}
    </section>
  );
}
