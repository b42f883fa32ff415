import { useMemo, useState } from 'preact/hooks';
import { searchHistory } from '../../../core/exports/history';
import type { Entry } from '../../../core/history';
import { type MessageKey, message as m, wordsFor } from '../../../platform/message';
import { Confirm } from '../../components/confirm';
import { Name } from '../../components/name';
import type { Format } from '../../deeds/exports';
import { nameOf } from '../../words/text';
import { exactly, whenInWords } from '../../words/when';
import { FormatChoice } from './format-choice';

const deeds = {
  made: 'history_made',
  extended: 'history_extended',
  edited: 'history_edited',
  rotated: 'history_rotated',
  revoked: 'history_revoked',
  ended: 'history_ended',
} as const satisfies Record<Entry['deed'], MessageKey>;

const outcomes = {
  failed: 'history_failed',
  unknown: 'history_unknown',
} as const satisfies Partial<Record<Entry['outcome'], MessageKey>>;

const entryInWords = ({ deed, name }: Entry) => m(deeds[deed], nameOf({ name }));

/** So many at a time: a screen has no use for two thousand at once. */
const STEP = 200;

function Item({ entry, now }: { entry: Entry; now: number }) {
  const { at, host, by, outcome, reason } = entry;
  const where = by === '' ? host : m('history_where', host, by);
  return (
    <li class="token">
      <div class="token-text">
        <div class="token-head">
          <span class="token-name">{entryInWords(entry)}</span>
          {outcome !== 'done' && <span class="state">{m(outcomes[outcome])}</span>}
        </div>
        <div class="token-detail">
          <Name of={where} />
        </div>
        <div class="token-detail">
          {exactly(at)} ({whenInWords(at, now)})
        </div>
        {reason !== undefined && (
          <div class="token-detail">{m('history_reason', wordsFor('reason', reason) || reason)}</div>
        )}
      </div>
    </li>
  );
}

/** Newest first, found by a word, so many at a time. */
function List({ history, now }: { history: Entry[]; now: number }) {
  const [search, setSearch] = useState('');
  const [count, setCount] = useState(STEP);
  const found = useMemo(() => searchHistory(history, search, entryInWords), [history, search]);
  return (
    <>
      <input
        type="search"
        aria-label={m('history_search')}
        placeholder={m('history_search')}
        value={search}
        onInput={(event) => setSearch(event.currentTarget.value)}
      />
      <ul aria-label={m('history')}>
        {found.slice(0, count).map((entry) => (
          <Item key={`${entry.at} ${entry.tokenId} ${entry.deed} ${entry.name}`} entry={entry} now={now} />
        ))}
      </ul>
      {found.length === 0 && <p class="hint">{m(history.length === 0 ? 'history_empty' : 'history_none_match')}</p>}
      {found.length > count && (
        <button type="button" class="beside-text" onClick={() => setCount(count + STEP)}>
          {m('show_more', String(found.length - count))}
        </button>
      )}
    </>
  );
}

type Props = {
  history: Entry[];
  busy: boolean;
  localNow: number;
  onExport: (format: Format) => void;
  onErase: () => void;
};

/** What Patina made, changed and revoked, when, for whom, and how it ended. */
export function History({ history, busy, localNow, onExport, onErase }: Props) {
  const [format, setFormat] = useState<Format>('csv');
  const [erasing, setErasing] = useState(false);
  const erase = () => {
    setErasing(false);
    onErase();
  };
  return (
    <section>
      <h1>{m('history')}</h1>
      <p class="hint">{m('history_explain')}</p>
      <div class="in-line">
        <FormatChoice format={format} onChoose={setFormat} />
        <button type="button" disabled={busy || history.length === 0} onClick={() => onExport(format)}>
          {m('export_history')}
        </button>
        <button type="button" disabled={busy || history.length === 0} onClick={() => setErasing(true)}>
          {m('erase_history')}
        </button>
      </div>
      <List history={history} now={localNow} />
      {erasing && (
        <Confirm
          question={m('erase_history_ask')}
          explanation={m('erase_history_explain')}
          deed={m('erase_history')}
          onConfirm={erase}
          onCancel={() => setErasing(false)}
        />
      )}
    </section>
  );
}
