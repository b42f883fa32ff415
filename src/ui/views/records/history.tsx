import { useMemo, useState } from 'preact/hooks';
import { searchHistory } from '../../../core/exports/history';
import type { Entry } from '../../../core/history';
import { nameOf } from '../../../platform/in-words/people';
import { type MessageKey, message as m, wordsFor } from '../../../platform/message';
import { Confirm } from '../../components/confirm';
import { SearchField } from '../../components/field';
import { Name } from '../../components/name';
import { Title } from '../../components/screen';
import { StateWord } from '../../components/state-word';
import type { Format } from '../../deeds/exports';
import { dayName, daysFrom, timeInWords } from '../../words/days';
import { exactly } from '../../words/when';
import { FormatChoice } from './format-choice';
import './records.css';

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

const kinds = { failed: 'full', unknown: 'expiring' } as const;

/** `day`: the heading of the entries that begin with this one. */
function Item({ entry, day }: { entry: Entry; day: string | null }) {
  const { at, host, by, outcome, reason } = entry;
  const where = by === '' ? host : m('history_where', host, by);
  return (
    <li>
      {day !== null && <h2>{day}</h2>}
      <div class="happening">
        <time title={exactly(at)} dateTime={new Date(at).toISOString()}>
          {timeInWords(at)}
        </time>
        <div class="token-text">
          <span class="token-name">{entryInWords(entry)}</span>
          <div class="token-detail">
            <Name of={where} />
          </div>
          {reason !== undefined && (
            <div class="token-detail">{m('history_reason', wordsFor('reason', reason) || reason)}</div>
          )}
        </div>
        {outcome !== 'done' && <StateWord kind={kinds[outcome]}>{m(outcomes[outcome])}</StateWord>}
      </div>
    </li>
  );
}

/** The name of an entry's day, where the entry before it is of another. */
function dayAt(entries: Entry[], index: number, now: number): string | null {
  const [before, entry] = [entries[index - 1], entries[index]];
  if (!entry || (before && daysFrom(before.at, entry.at) === 0)) return null;
  return dayName(entry.at, now);
}

/** Newest first, found by a word, so many at a time. */
function List({ history, now }: { history: Entry[]; now: number }) {
  const [search, setSearch] = useState('');
  const [count, setCount] = useState(STEP);
  const found = useMemo(() => searchHistory(history, search, entryInWords), [history, search]);
  return (
    <>
      <SearchField label={m('history_search')} value={search} onInput={setSearch} />
      <ul aria-label={m('history')} class="happenings">
        {found.slice(0, count).map((entry, index) => (
          <Item
            key={`${entry.at} ${entry.tokenId} ${entry.deed} ${entry.name}`}
            entry={entry}
            day={dayAt(found, index, now)}
          />
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
      <Title>{m('history')}</Title>
      <p>{m('history_explain')}</p>
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
