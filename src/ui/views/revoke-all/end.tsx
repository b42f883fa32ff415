import { entryKey } from '../../../core/revoke-all/entry';
import type { RevokeAllEntry } from '../../../core/revoke-all/journal';
import { message as m } from '../../../platform/message';
import { Icon } from '../../components/icon';
import { Name } from '../../components/name';
import { LongList } from '../../long-list';
import { asOfInWords } from '../../words/as-of';
import { reasonKeys } from '../../words/revoke-all';
import { RevokeAllRows, tokenName } from './progress';
import type { UnderWayProps } from './under-way';

type FailedProps = Pick<UnderWayProps, 'tokens'> & { failed: RevokeAllEntry[] };

/** In a long list: so much its lines take. */
const FAILED_HEIGHT = 52;

function Failed({ failed, tokens }: FailedProps) {
  return (
    <LongList
      label={m('revoke_all_failed')}
      class="progress-rows"
      items={failed}
      keyOf={entryKey}
      heightOf={() => FAILED_HEIGHT}
    >
      {(entry, place) => (
        <li key={entryKey(entry)} class="failed-row" {...place}>
          <div class="token-name">
            <Name of={tokenName(entry, tokens)} />
          </div>
          <div class="token-detail">{entry.reason && m(reasonKeys[entry.reason])}</div>
        </li>
      )}
    </LongList>
  );
}

/** The entries that did not fail: those have a list of their own. */
function Others({ parts, tokens }: Pick<UnderWayProps, 'parts' | 'tokens'>) {
  const others = parts.map((part) => part.filter(({ state }) => state !== 'failed'));
  if (others.flat().length === 0) return null;
  return (
    <details>
      <summary>{m('revoke_all_each')}</summary>
      <RevokeAllRows label={m('revoke_all_each')} parts={others} tokens={tokens} isListed />
    </details>
  );
}

/** How it ended, by a fresh list. */
export function RevokeAllEnd({ journal, parts, tokens, localNow, onRetry, onClose }: UnderWayProps) {
  const { summary } = journal;
  if (!summary) return null;
  const failed = parts.flat().filter(({ state }) => state === 'failed');
  const counts = [summary.revoked, summary.kept, summary.failed, summary.left].map(String);
  const isGood = summary.failed === 0 && summary.left === 0 && !summary.onlyMadeHere;
  return (
    <section class="revoke-all-end">
      <div class={isGood ? 'end-line good' : 'end-line'}>
        <Icon name={isGood ? 'check' : 'alert'} />
        <p role="status">{m('revoke_all_summary', ...counts)}</p>
      </div>
      <p class="hint">{asOfInWords(summary.at, localNow)}</p>
      {summary.left > summary.failed && <p class="hint">{m('revoke_all_left')}</p>}
      {summary.onlyMadeHere && <p class="hint warning">{m('list_only_made_here')}</p>}
      {failed.length > 0 && <Failed failed={failed} tokens={tokens} />}
      <div class="buttons">
        {summary.failed > 0 && (
          <button type="button" class="primary" onClick={onRetry}>
            {m('retry_failed')}
          </button>
        )}
        <button type="button" class={summary.failed > 0 ? undefined : 'primary'} onClick={onClose}>
          {m('done')}
        </button>
      </div>
      <Others parts={parts} tokens={tokens} />
    </section>
  );
}
