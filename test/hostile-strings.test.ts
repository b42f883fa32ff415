import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { endedWords, reminderWords, strangerWords } from '../src/background/reminders/words';
import { HostId } from '../src/core/host';
import { nothingTold } from '../src/core/reminders/told-of';
import { TokenId } from '../src/core/token';
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

test('each is a part of the one line of a notification, which nothing in it turns, hides or breaks', () => {
  const id = TokenId.parse('00000000-0000-4000-8000-000000000001');
  const of = { hostId: HostId.parse('services:fabrikam'), identityId: '0f0e0d0c-0b0a-4909-8807-060504030201' };
  for (const name of HOSTILE) {
    const tokens = [{ ...of, id, name, expiresAt: 1, endsAt: 1, beside: [] }];
    const about = tokens.map((token) => ({ ...nothingTold(token), steps: [1 as const] }));
    const all = [
      reminderWords({ about, tokens, host: name, now: 0 }, true),
      strangerWords(name, tokens, true),
      endedWords(name, tokens, true),
    ];
    for (const { title, message } of all) {
      for (const text of [title, message]) {
        expect(text, JSON.stringify(name)).not.toMatch(
          /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u202a-\u202e\u2060-\u2067\ufeff]/u,
        );
        expect([...text].length, text).toBeLessThan(200);
      }
      expect(title).toMatch(/token/);
      expect(message).not.toBe('');
    }
  }
});
