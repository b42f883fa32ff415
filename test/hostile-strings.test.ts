import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { calendarText } from '../src/ui/exports/calendar';
import { csvText } from '../src/ui/exports/csv';
import { HOSTILE, markOf } from './hostile-strings';

test('there are two hundred of them', () => {
  expect(new Set(HOSTILE).size).toBe(200);
  for (const [index, text] of HOSTILE.entries()) expect(text).toContain(markOf(index));
});

test('each is one cell of the table, and one line of a calendar', () => {
  const cells = HOSTILE.map((name) => name.slice(0, 1_000));
  const text = csvText(cells.map((name) => [name, 'end']));
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''));
  const rows = data.filter((row) => row.length > 1);
  expect(rows).toHaveLength(200);
  for (const [index, row] of rows.entries()) {
    expect(row).toHaveLength(2);
    expect(row[0]).toContain(markOf(index));
    expect(row[0], cells[index]).not.toMatch(/^[=+\-@＝＋－＠\t\r]/);
  }
  const events = cells.map((title, index) => ({
    uid: markOf(index),
    end: 0,
    madeAt: 0,
    version: 0,
    title,
    description: title,
    url: 'https://dev.azure.com/fabrikam',
    alarmSeconds: [60],
  }));
  const lines = calendarText(events).split('\r\n');
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(200);
  expect(lines.filter((line) => /^(X-Evil|ATTACH)/i.test(line))).toEqual([]);
  expect(lines.filter((line) => line.includes('\n') || line.includes('\r'))).toEqual([]);
});
