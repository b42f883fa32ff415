import fc from 'fast-check';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '../src/core/duration';
import { asCell } from '../src/core/exports/spreadsheet';
import { HostId, type KnownHost, servicesHost } from '../src/core/host';
import { contained } from '../src/core/names/visible';
import { endsAhead } from '../src/core/overview/ends';
import { REMIND_DAYS, type RemindDay } from '../src/core/settings';
import { Token } from '../src/core/token';
import { calendarText } from '../src/ui/exports/calendar';
import { csvText } from '../src/ui/exports/csv';
import { endEvent } from '../src/ui/exports/events';
import { anySign } from './any-text';

// What is written here is read by libraries that had no part in writing it.

const now = Date.UTC(2026, 10, 25, 12);
const fabrikam = servicesHost('fabrikam');

function row(name: string, index = 0) {
  if (!fabrikam) throw new Error('fabrikam is a name');
  const id = `5a1f0c6e-8f5e-4c59-a7a9-${String(index).padStart(12, '0')}`;
  const ends = { createdAt: now - 30 * DAY, expiresAt: now + (index + 1) * DAY };
  const token = Token.parse({ id, name, scopes: ['vso.code'], organizationIds: [], revoked: false, ...ends });
  return { token, host: { ...fabrikam, identity: null }, now };
}

async function calendarOf(rows: ReturnType<typeof row>[], choices: Partial<Parameters<typeof endEvent>[2]> = {}) {
  const all = { now, remindDays: [14, 1, 0] satisfies RemindDay[], includeTokenIds: false, ...choices };
  return calendarText(await Promise.all(endsAhead(rows).map((each) => endEvent(each.row, each.end, all))));
}

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

/** Names as no one would choose them, and some that mean something to one of the formats. */
const oddName = fc.oneof(
  fc.string({ unit: anySign, maxLength: 120 }),
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\\', '\n', '\r', "'", '=', '+', '-', '@', '\t', 'n', ':', ' ', '😀', 'ß'),
  }),
  fc.constantFrom('=1+1', "'=1", 'BEGIN:VEVENT', '\\n', '\ufeff', '\u0000', '\u2028', '‮gro', '日本語'.repeat(60)),
);
const oddNames = fc.sample(oddName, 500);

/** As the calendar has it: without controls, in one line, and what hides or turns by its code. */
const plain = (name: string) =>
  contained(
    name
      .trim()
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim(),
  );

describe('the calendar', () => {
  test('has an event at the exact end of each token, with an alarm at each chosen step', async () => {
    const text = await calendarOf([row('ci, "build"; nightly', 20)]);
    const [event] = eventsIn(text);
    expect(event?.summary).toBe('ci, "build"; nightly expires (fabrikam)');
    expect(event?.startDate.toJSDate().getTime()).toBe(now + 21 * DAY);
    const alarms = event?.component.getAllSubcomponents('valarm') ?? [];
    expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual(['-P14D', '-P1D', 'PT0S']);
    const words = ['status', 'class', 'transp'].map((name) => event?.component.getFirstPropertyValue(name));
    expect(words).toEqual(['CONFIRMED', 'PRIVATE', 'TRANSPARENT']);
  });

  test.each([...REMIND_DAYS.map((day): RemindDay[] => [day]), []])('takes the step %j', async (...remindDays) => {
    const [event] = eventsIn(await calendarOf([row('ci')], { remindDays }));
    expect(event?.component.getAllSubcomponents('valarm')).toHaveLength(remindDays.length);
  });

  test('a later one brings the same events up to date', async () => {
    const [first] = eventsIn(await calendarOf([row('ci')]));
    const [second] = eventsIn(await calendarOf([row('ci renamed')], { now: now + MINUTE }));
    const [other] = eventsIn(await calendarOf([row('ci', 1)]));
    expect(second?.uid).toBe(first?.uid);
    expect(other?.uid).not.toBe(first?.uid);
    expect(second?.sequence).toBeGreaterThan(first?.sequence ?? Number.POSITIVE_INFINITY);
    expect(String(second?.component.getFirstPropertyValue('last-modified'))).toBe('2026-11-25T12:01:00Z');
  });

  test('is for a token of one host and none of another, also where both have one id', async () => {
    const choices = { now, remindDays: [], includeTokenIds: false };
    const { token } = row('ci');
    const on = (id: string): KnownHost => ({
      id: HostId.parse(id),
      kind: 'server',
      name: id,
      root: `https://${id}/tfs/C`,
      base: `https://${id}/tfs`,
      product: '',
      tokensAt: 'server',
      version: '5.0',
      createVersion: '5.0',
      hasProviders: true,
      identity: null,
    });
    const ends = ['one.example', 'two.example'].map((id) => endEvent({ token, host: on(id) }, now, choices));
    const [one, two] = await Promise.all(ends);
    expect(one?.uid).not.toBe(two?.uid);
  });

  test('has the ids of tokens only where they were asked for', async () => {
    const { id } = row('ci').token;
    expect(await calendarOf([row('ci')])).not.toContain(id);
    const [event] = eventsIn(await calendarOf([row('ci')], { includeTokenIds: true }));
    expect(event?.description).toContain(id);
  });

  test('keeps odd names, in lines of 75 octets at most', async () => {
    const text = await calendarOf(oddNames.map(row));
    expect(eventsIn(text).map(({ summary }) => summary)).toEqual(
      oddNames.map((name) => `${plain(name) || '(no name)'} expires (fabrikam)`),
    );
    const octets = text.split('\r\n').map((line) => Buffer.byteLength(line));
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  });
});

describe('the table', () => {
  const read = (text: string) =>
    Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ',', newline: '\r\n' }).data;

  test('begins with the mark of UTF-8, and ends each line as RFC 4180 has it', () => {
    const text = csvText([
      ['name', 'state'],
      ['Größe, „x“', 'active'],
    ]);
    expect(text).toBe('\ufeffname,state\r\n"Größe, „x“",active\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t1', '\r1', '＝1', "'=1"])('never lets %j run as a formula', (name) => {
    expect(asCell(name)).toBe(`'${name}`);
  });

  test.each(['ci', '', ' =1', 'a=1', '日本語'])('leaves %j as it is', (name) => {
    expect(asCell(name)).toBe(name);
  });

  test('keeps odd names, the marks taken off', () => {
    const cells = read(csvText(oddNames.map((name) => ['x', name, 'y']))).slice(0, -1);
    const unmarked = (text: string) => text.replace(/(?<=^|[;|\t\r\n\v\f\u0085\u2028\u2029])'/gu, '');
    expect(cells.map(([, name = '']) => unmarked(name))).toEqual(oddNames);
    expect(cells.filter(([, name = '']) => /^[=+\-@\t\r]/.test(name))).toEqual([]);
  });
});
