import { expect, test } from 'vitest';
import { DAY } from '../duration';
import { HostId } from '../host';
import { longSignedOut, withAnswer } from './signed-out';

const now = Date.UTC(2026, 10, 25, 12);
const [fabrikam, contoso] = ['fabrikam', 'contoso'].map((name) => HostId.parse(name)) as [HostId, HostId];
const note = (since: number, hostId = fabrikam) => ({ hostId, since });

test('that nobody is signed in is said after a day, and never where they sign in when they need it', () => {
  const notes = [note(now - DAY), note(now - DAY + 1, contoso)];
  expect(longSignedOut(notes, [], now)).toEqual([note(now - DAY)]);
  expect(longSignedOut(notes, [fabrikam], now)).toEqual([]);
});

test.each([
  ['is not signed in, for the first time', [note(1, contoso)], true, [note(1, contoso), note(now)]],
  ['is still not signed in', [note(5), note(1, contoso)], true, [note(1, contoso), note(5)]],
  ['is not signed in, before a clock that was set back', [note(now + DAY)], true, [note(now)]],
  ['is signed in again', [note(5), note(1, contoso)], false, [note(1, contoso)]],
  ['may be anybody', [note(5), note(1, contoso)], null, [note(5), note(1, contoso)]],
])('after an answer that the user %s', (_, before, isOut, after) => {
  expect(withAnswer(before, { hostId: fabrikam, isOut }, now)).toEqual(after);
});
