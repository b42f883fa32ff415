import { ALL_HOSTS } from '../../core/all-hosts';
import { exportedEntry, historyTable } from '../../core/exports/history';
import { reservationsOn } from '../../core/exports/reservation';
import { exportedToken, tokenTable } from '../../core/exports/tokens';
import type { HostId } from '../../core/host';
import { endsAhead } from '../../core/overview/ends';
import { inSequence } from '../../platform/in-words/sequence';
import { type MessageKey, message as m } from '../../platform/message';
import { stored } from '../../platform/stored';
import { download } from '../exports/download';
import { endEvent } from '../exports/events';
import { busy } from '../stores/busy';
import { show, shown } from '../stores/lists';
import { say, warn } from '../stores/notice';
import { allRows } from '../stores/overview';
import { knowNow } from '../stores/readings';
import { settings } from '../stores/settings';
import { localDay } from '../words/days';
import { whenInWords } from '../words/distance';
import { historyWords, tableWords } from '../words/exports';
import { refresh } from './doing';

export type Format = 'csv' | 'json';

/** A slow server is not waited for: what was read before is written, and its age said. */
const LONGEST_MS = 10_000;

/** Reads the lists of all organizations again, and answers what has to be said of those that are not whole or of now. */
async function readAll(): Promise<string[]> {
  const since = Date.now();
  say(m('export_reading'));
  await show(ALL_HOSTS);
  const late = new Promise<HostId[]>((resolve) => setTimeout(resolve, LONGEST_MS, []));
  const read = await Promise.race([refresh(), late]);
  await knowNow(shown.value.map(({ host }) => host.id));
  return shown.value.flatMap(({ host, snapshot }) =>
    // A reading that was under way when it was pressed has its time from before, and is one of now.
    reservationsOn(snapshot, read.includes(host.id) ? 0 : since).map((reservation) => {
      const key: MessageKey = `export_${reservation}`;
      return m(key, host.name, snapshot ? whenInWords(snapshot.readAt, Date.now()) : '');
    }),
  );
}

function sayWith(sentence: string, reservations: string[]): void {
  const tone = reservations.length > 0 ? warn : say;
  tone(inSequence(sentence, ...reservations));
}

/** One export at a time. What cannot be done in it is a bug, and leaves the page usable all the same. */
async function exporting(deed: () => Promise<void>): Promise<void> {
  if (busy.value) return;
  busy.value = true;
  try {
    await deed();
  } finally {
    busy.value = false;
  }
}

/** A name for a file of today; what is in it and in which form says the rest. */
const fileName = <F extends string>(what: string, form: F) => `patina-${what}-${localDay(Date.now())}.${form}` as const;

async function textOf(form: Format, things: readonly object[], table: () => string[][]): Promise<string> {
  if (form === 'json') return `${JSON.stringify(things, null, 2)}\n`;
  return (await import('../exports/csv')).csvText(table());
}

/** The tokens of all organizations, all of them, as a file. */
export const exportList = (form: Format) =>
  exporting(async () => {
    const reservations = await readAll();
    const tokens = allRows.value.map((row) => exportedToken(row, settings.value.includeTokenIds));
    if (tokens.length === 0) return sayWith(m('export_nothing'), reservations);
    const name = fileName('tokens', form);
    download(name, await textOf(form, tokens, () => tokenTable(tokens, tableWords)));
    sayWith(m('export_written', String(tokens.length), name), reservations);
  });

/** The ends that are still to come, as a calendar. */
export const exportCalendar = () =>
  exporting(async () => {
    const reservations = await readAll();
    const ends = endsAhead(allRows.value);
    if (ends.length === 0) return sayWith(m('calendar_empty'), reservations);
    const choices = { ...settings.value, now: Date.now() };
    const events = await Promise.all(ends.map(({ row, end }) => endEvent(row, end, choices)));
    const { calendarText } = await import('../exports/calendar');
    const name = fileName('calendar', 'ics');
    download(name, calendarText(events));
    sayWith(m('calendar_written', String(ends.length), name), reservations);
  });

/** What Patina did to tokens, as a file. */
export const exportHistory = (form: Format) =>
  exporting(async () => {
    const entries = (await stored.history.get()).map((each) => exportedEntry(each, settings.value.includeTokenIds));
    const name = fileName('history', form);
    download(name, await textOf(form, entries, () => historyTable(entries, historyWords)));
    say(m('history_written', String(entries.length), name));
  });
