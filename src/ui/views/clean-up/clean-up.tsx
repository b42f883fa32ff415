import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Queued } from '../../../core/cleanup/queue';
import type { How } from '../../../core/cleanup/walk';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import { Title } from '../../components/frames/title';
import { Name } from '../../components/name';
import { useQueueKeys } from '../../keys/of-queue';
import { useUndoKeys } from '../../keys/undo';
import type { Decided, InView, Row } from '../../on-screen';
import { reasonText } from '../../words/clean-up';
import { NoHosts } from '../no-hosts';
import { AskedToken } from './asked-token';
import { DecidedTokens, Tally, type Undoable } from './decided-tokens';
import { KeysHelp } from './keys-help';
import './clean-up.css';

export type CleanUpProps = {
  /** Whether there is an organization at all, whether lists are still being read, and whether all of them are known. */
  hasHosts: boolean;
  isReading: boolean;
  isKnown: boolean;
  shown: InView | null;
  alike: boolean;
  /** Those that come next. */
  coming: readonly Queued<Row>[];
  place: { at: number; of: number };
  decided: readonly Undoable[];
  /** How many tokens are kept or put off. */
  spared: number;
  /** What a screen reader is to be told; why the last token came back. */
  said: string;
  failed: string;
  singleKeys: boolean;
  /** Why lists are not up to date. */
  troubles: ComponentChildren;
  onDecide: (how: How) => void;
  onLeave: () => void;
  onUndo: (of: Decided) => void;
  onAskAgain: () => void;
};

function Coming({ coming, place }: Pick<CleanUpProps, 'coming' | 'place'>) {
  return (
    <>
      {coming.map(({ key, row, reasons }, index) => (
        <li key={key} class="token coming" aria-posinset={place.at + index + 1} aria-setsize={place.of}>
          <div class="token-text">
            <div class="token-name">
              <Name of={nameOf(row.token)} />
            </div>
            <div class="token-detail">
              <Name of={row.host.name} /> · {reasons.slice(0, 1).map((reason) => reasonText(reason, row))}
            </div>
          </div>
        </li>
      ))}
    </>
  );
}

/** The token that is asked about, and the next ones: a part of a list as long as the queue. */
function Queue(props: CleanUpProps & { shown: InView }) {
  const { shown, alike, place, singleKeys } = props;
  return (
    <ol class="queue" aria-label={m('clean_up_queue')}>
      <li key="asked" aria-current="step" aria-posinset={place.at} aria-setsize={place.of}>
        <AskedToken
          shown={shown}
          alike={alike}
          singleKeys={singleKeys}
          onDecide={props.onDecide}
          onLeave={props.onLeave}
        />
      </li>
      <Coming {...props} />
    </ol>
  );
}

/** In place of the queue, where nothing is left in it. */
function Nothing({ hasHosts, isReading, isKnown, decided }: CleanUpProps) {
  if (!hasHosts) return <NoHosts />;
  if (isReading) return <p class="hint">{m('list_loading')}</p>;
  if (decided.length === 0) return isKnown && <p>{m('clean_up_none')}</p>;
  return (
    <div class="clean-up-end">
      <p>{m('clean_up_done')}</p>
      <Tally decided={decided} />
    </div>
  );
}

function Progress({ place: { at, of } }: Pick<CleanUpProps, 'place'>) {
  return (
    <div class="clean-up-progress">
      <progress value={at - 1} max={of} aria-label={m('clean_up_progress')} />
      <span class="digit">{m('revoking_count', String(at), String(of))}</span>
    </div>
  );
}

/** The way through the tokens most worth ending, one at a time. What is decided moves on at once, and can be taken back. */
export function CleanUp(props: CleanUpProps) {
  const { shown, decided, spared, said, failed, singleKeys, onUndo } = props;
  const [helps, help] = useState(false);
  const undoable = decided.find(({ canUndo }) => canUndo);
  useQueueKeys({ singleKeys, onDecide: props.onDecide, onHelp: () => help(true) });
  useUndoKeys(undoable ? () => onUndo(undoable) : null, singleKeys);
  return (
    <section class="clean-up">
      <Title>{m('clean_up')}</Title>
      <p>{m('clean_up_explain')}</p>
      {props.troubles}
      {shown && <Progress place={props.place} />}
      {shown ? <Queue {...props} shown={shown} /> : <Nothing {...props} />}
      {decided.length > 0 && <DecidedTokens decided={decided} singleKeys={singleKeys} onUndo={onUndo} />}
      {shown && decided.length > 0 && <Tally decided={decided} />}
      <p role="status" class="unseen">
        {said}
      </p>
      <p role="alert" class={failed !== '' && failed !== shown?.back ? 'fault' : 'unseen'}>
        {failed}
      </p>
      <div class="clean-up-foot">
        <a href="#history">{m('history')}</a>
        <button type="button" class="quiet" onClick={() => help(true)}>
          {m('keys')}
        </button>
        {spared > 0 && (
          <button type="button" class="quiet" onClick={props.onAskAgain}>
            {plural('clean_up_ask_again', spared)}
          </button>
        )}
      </div>
      {helps && <KeysHelp singleKeys={singleKeys} onClose={() => help(false)} />}
    </section>
  );
}
