import { useEffect } from 'preact/hooks';
import { SECOND } from '../../../core/duration';
import { asksForPause } from '../../../core/failure-meaning';
import type { Journal, RevokeAllEntry } from '../../../core/revoke-all/journal';
import type { Token } from '../../../core/token';
import { inSequence } from '../../../platform/in-words/sequence';
import { message as m } from '../../../platform/message';
import type { Shown } from '../../on-screen';
import { stopText, waitTexts } from '../../words/revoke-all';
import { RevokeAllBar, RevokeAllRows } from './progress';

export type UnderWayProps = {
  journal: Journal;
  /** The entries, in the parts in which they are stored. */
  parts: RevokeAllEntry[][];
  tokens: ReadonlyMap<string, Token>;
  /** The hosts on which it takes place. */
  shown: Shown[];
  /** Milliseconds since 1970, by this computer's clock. */
  localNow: number;
  /** Asks whether it still goes on. */
  onLook: () => void;
  /** Asks at once where it waits for something. */
  onAgain: () => void;
  onStop: () => void;
  onResume: () => void;
  onRetry: () => void;
  onClose: () => void;
  onOpen: (url: string) => void;
};

const LOOK_AGAIN = 5 * SECOND;

/** While it is on the screen it is looked after. */
function useLook(isRunning: boolean, onLook: () => void) {
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(onLook, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [isRunning]);
}

/** A pause that a server asks for is waited for, whoever presses. */
const isOurWait = ({ trouble }: Journal['hosts'][number]) => trouble !== null && !asksForPause(trouble);

function Waiting({ journal, parts, shown, localNow, onAgain, onOpen }: UnderWayProps) {
  const isSent = parts.flat().every(({ state }) => state !== 'planned' && state !== 'sent');
  const texts = waitTexts(journal, shown, localNow);
  const page = journal.hosts.flatMap(({ trouble }) => (trouble?.kind === 'signed-out' ? trouble.signInUrl : []))[0];
  return (
    <>
      <p role="status">{texts.length === 0 && isSent ? m('revoking_settle') : inSequence(...texts)}</p>
      {page && (
        <button type="button" class="beside-text" onClick={() => onOpen(page)}>
          {m('open_sign_in')}
        </button>
      )}
      {journal.hosts.some(isOurWait) && (
        <button type="button" class="beside-text" onClick={onAgain}>
          {m('try_again')}
        </button>
      )}
    </>
  );
}

function Stopped({ journal, shown, localNow, onResume, onClose }: UnderWayProps) {
  return (
    <>
      <p role="status">{m('stopped')}</p>
      <p role={journal.stoppedBy ? 'alert' : undefined}>{stopText(journal, shown, localNow)}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={onResume}>
          {m('resume')}
        </button>
        <button type="button" onClick={onClose}>
          {m('start_over')}
        </button>
      </div>
    </>
  );
}

/** A revoke-all that is under way, or was stopped on it. */
export function RevokeAllUnderWay(props: UnderWayProps) {
  const { journal, parts, tokens, onLook, onStop } = props;
  useLook(journal.phase === 'running', onLook);
  return (
    <section class="under-way">
      <div class="under-way-head">
        <h2>{m('revoking_all')}</h2>
        <RevokeAllBar parts={parts} />
        {journal.phase === 'stopped' ? (
          <Stopped {...props} />
        ) : (
          <>
            <Waiting {...props} />
            <button type="button" class="beside-text" onClick={onStop}>
              {m('stop')}
            </button>
          </>
        )}
      </div>
      <RevokeAllRows label={m('revoke_all_list')} parts={parts} tokens={tokens} isListed={false} />
    </section>
  );
}
