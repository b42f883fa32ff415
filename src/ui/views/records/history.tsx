import { useMemo, useState } from 'preact/hooks';
import { searchHistory } from '../../../core/exports/history';
import type { Entry } from '../../../core/history';
import { nameOf } from '../../../platform/in-words/people';
import { type MessageKey, message as m, wordsFor } from '../../../platform/message';
import { Confirm } from '../../components/frames/confirm';
import { Title } from '../../components/frames/title';
import { StateWord } from '../../components/state-word';
import type { Format } from '../../deeds/exports';
import { ListSearch } from '../../list-search';
import { LongList } from '../../long-list';
import type { Drawn } from '../../window';
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
  kept: 'history_kept',
  postponed: 'history_postponed',
  reopened: 'history_reopened',
} as const satisfies Record<Entry['deed'], MessageKey>;

const outcomes = {
  failed: 'history_failed',
  unknown: 'history_unknown',
} as const satisfies Partial<Record<Entry['outcome'], MessageKey>>;

const entryInWords = ({ deed, name }: Entry) => m(deeds[deed], nameOf({ name }));

const kinds = { failed: 'full', unknown: 'expiring' } as const;

/** In a long list: an entry, the reason that it may tell, and the day that it may begin. */
const HEIGHT = { entry: 50, reason: 16, day: 44 };

type ItemProps = { entry: Entry; place: Drawn['attributes']; day: string | null };

/** `day`: the heading of the entries that begin with this one. */
function Item({ entry, place, day }: ItemProps) {
  const { at, host, by, outcome, reason } = entry;
  const where = by === '' ? host : m('history_where', host, by);
  return (
    <li {...place}>
      {day !== null && <h2>{day}</h2>}
      <div class="happening">
        <time title={exactly(at)} dateTime={new Date(at).toISOString()}>
          {timeInWords(at)}
        </time>
        <div class="token-text">
          <div class="token-name">{entryInWords(entry)}</div>
          <div class="token-detail">
            <bdi>{where}</bdi>
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

/** Whether an entry is of another day than that before it. */
function beginsDay(entries: readonly Entry[], index: number): boolean {
  const [before, entry] = [entries[index - 1], entries[index]];
  return !entry || !before || daysFrom(before.at, entry.at) !== 0;
}

const keyOfEntry = ({ at, hostId, tokenId, deed, name }: Entry) => `${at} ${hostId} ${tokenId} ${deed} ${name}`;

/** Newest first, found by a word. */
function List({ history, now }: { history: Entry[]; now: number }) {
  const [text, search] = useState('');
  const found = useMemo(() => searchHistory(history, text, entryInWords), [history, text]);
  const heightOf = ({ reason }: Entry, index: number) =>
    HEIGHT.entry + (reason === undefined ? 0 : HEIGHT.reason) + (beginsDay(found, index) ? HEIGHT.day : 0);
  return (
    <>
      <ListSearch label={m('history_search')} value={text} of={history.length} onInput={search} />
      <LongList label={m('history')} class="happenings" items={found} keyOf={keyOfEntry} heightOf={heightOf}>
        {(entry, place, index) => (
          <Item
            key={keyOfEntry(entry)}
            entry={entry}
            place={place}
            day={beginsDay(found, index) ? dayName(entry.at, now) : null}
          />
        )}
      </LongList>
      {found.length === 0 && <p class="hint">{m(history.length === 0 ? 'history_empty' : 'history_none_match')}</p>}
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
