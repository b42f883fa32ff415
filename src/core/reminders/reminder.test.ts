import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../duration';
import { HostId } from '../host';
import type { RemindDay } from '../settings';
import { TokenId } from '../token';
import { answered } from './answer';
import { look, nextInstant } from './reminder';
import { NOTHING_TOLD, type Reminders, type Told } from './told';
import { given, nothingTold } from './told-of';
import type { Watched } from './watched';

const NOW = Date.UTC(2026, 2, 8);
const USUAL: RemindDay[] = [14, 7, 1, 0];
const hostId = HostId.parse('services:fabrikam');
const id = TokenId.parse('5a1f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b11');
const identityId = '0f0e0d0c-0b0a-4909-8807-060504030201';

const ending = (endsAt: number, beside: HostId[] = []): Watched => ({
  ...{ id, name: 'x', hostId, identityId, expiresAt: endsAt },
  ...{ endsAt, beside },
});

/** The records after a look at one token. */
function recordsAfter(reminders: Reminders, endsAt: number, at: { days?: RemindDay[]; now: number }): Told[] {
  return look(reminders, [ending(endsAt)], { days: USUAL, ...at }).reminders.told;
}

/** The steps that are told when it is looked so many days before the end. */
function toldAt(looks: number[], days: RemindDay[]): (RemindDay | undefined)[] {
  let reminders: Reminders = { ...NOTHING_TOLD, ranAt: NOW - 60 * DAY };
  return looks.map((before) => {
    const told = recordsAfter(reminders, NOW, { days, now: NOW - before * DAY });
    reminders = { ranAt: NOW - before * DAY, told: told.map(given) };
    return told.find(({ shown }) => !shown)?.steps.at(-1);
  });
}

describe('a token', () => {
  test.each<[string, number[], RemindDay[], (RemindDay | undefined)[]]>([
    ['is told of at each step', [15, 14, 13, 7, 1, 0], USUAL, [undefined, 14, undefined, 7, 1, 0]],
    ['is told of once, for the nearest of the steps that were slept over', [20, 0.5], USUAL, [undefined, 1]],
    ['that ended meanwhile is told of', [20, -3, -4], USUAL, [undefined, 0, undefined]],
    ['is not told of without a step', [20, 5, -1], [], [undefined, undefined, undefined]],
    ['is told of twice by no clock that is set back', [6, 10, 6], USUAL, [7, 14, undefined]],
    ['that a wrong clock took for ended keeps its other steps', [20, -2, 8, 6, 0.5], USUAL, [undefined, 0, 14, 7, 1]],
    ['is told of where only farther steps are chosen and it ended', [20, -1], [14], [undefined, 14]],
  ])('%s', (_, looks, days, steps) => {
    expect(toldAt(looks, days)).toEqual(steps);
  });

  test('that had ended before anybody knew it is not spoken of', () => {
    expect(recordsAfter(NOTHING_TOLD, NOW - DAY, { now: NOW })).toEqual([]);
  });

  test('that ended while no step was chosen is not spoken of when one is', () => {
    expect(recordsAfter({ ranAt: NOW, told: [] }, NOW - DAY, { now: NOW + 5 * DAY })).toEqual([]);
  });

  test('of which a nearer step was told stays quiet when that step is switched off', () => {
    const told = recordsAfter(NOTHING_TOLD, NOW + 5 * DAY, { days: [7], now: NOW }).map(given);
    const then = look({ ranAt: NOW, told }, [ending(NOW + 5 * DAY)], { days: [14], now: NOW + HOUR });
    expect(then.tellings).toEqual([]);
  });

  test('that was extended starts anew', () => {
    const told = recordsAfter(NOTHING_TOLD, NOW + DAY / 2, { now: NOW });
    expect(recordsAfter({ ranAt: NOW, told }, NOW + 5 * DAY, { now: NOW + HOUR })).toMatchObject([
      { steps: [7], shown: false },
    ]);
  });

  test('whose end differs by a rounding is the same', () => {
    const told = recordsAfter(NOTHING_TOLD, NOW + 5 * DAY, { now: NOW }).map(given);
    expect(recordsAfter({ ranAt: NOW, told }, NOW + 5 * DAY + 20, { now: NOW + HOUR })).toEqual(told);
  });
});

test('a look at which nothing is new leaves what is written as it is, and is late by an hour at most', () => {
  const tokens = [ending(NOW + 5 * DAY)];
  const { reminders } = look({ ranAt: NOW, told: [] }, tokens, { days: USUAL, now: NOW });
  const kept = { ...reminders, told: reminders.told.map(given) };
  const ranAt = (now: number, others = tokens) => look(kept, others, { days: USUAL, now }).reminders.ranAt;
  expect(look(kept, tokens, { days: USUAL, now: NOW + HOUR - 1 }).reminders).toEqual(kept);
  expect(ranAt(NOW + HOUR)).toBe(NOW + HOUR);
  expect(ranAt(NOW + 10, [ending(NOW + 10)])).toBe(NOW + 10);
  expect(ranAt(NOW - 1)).toBe(NOW - 1);
});

describe('an answer', () => {
  const END = NOW + 1.5 * DAY;
  const record: Told = { ...nothingTold(ending(END)), steps: [7] };
  const answer = (told: Told, given: 'snooze' | 'stop' | 'again', now = NOW) =>
    answered(told, given, { endsAt: END, now });
  const later = (told: Told, now: number) => recordsAfter({ ranAt: NOW, told: [told] }, END, { now })[0];

  test('snooze is a day of silence, then one reminder for the step that is due', () => {
    const snoozed = answer(record, 'snooze');
    expect(later(snoozed, NOW + 23 * HOUR)).toEqual(snoozed);
    expect(later(snoozed, NOW + 24 * HOUR)).toMatchObject({ steps: [7, 1], shown: false });
  });

  test('that one comes also for a step that was told before, and once', () => {
    const again = later({ ...record, steps: [7, 1], snoozedUntil: NOW + DAY }, NOW + DAY);
    expect(again).toMatchObject({ steps: [7, 1], shown: false });
    expect(again && later(given(again), NOW + DAY + HOUR)).toMatchObject({ shown: true });
  });

  test('a snooze does not grow when the clock is set back', () => {
    expect(later(answer(record, 'snooze'), NOW - 5 * DAY)).toMatchObject({ snoozedUntil: NOW - 4 * DAY });
  });

  test('stop is for good', () => {
    const stopped = answer(record, 'stop');
    expect(later(stopped, NOW + 2 * DAY)).toEqual(stopped);
  });

  test('taken back, it begins with the next step', () => {
    const heard = answer(answer(record, 'stop'), 'again', NOW + DAY);
    expect(later(heard, NOW + DAY)).toMatchObject({ shown: true });
    expect(later(heard, NOW + 2 * DAY)).toMatchObject({ shown: false });
  });
});

test('tokens of one host are told in one notification, and those of two in two', () => {
  const other = { ...ending(NOW + DAY), id: TokenId.parse('5a1f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b12') };
  const elsewhere = { ...other, hostId: HostId.parse('services:contoso') };
  const tellingsOf = (tokens: Watched[]) => look(NOTHING_TOLD, tokens, { days: USUAL, now: NOW }).tellings;
  expect(tellingsOf([ending(NOW + 5 * DAY), other])).toEqual([{ hostId, at: NOW }]);
  expect(tellingsOf([ending(NOW + 5 * DAY), elsewhere])).toHaveLength(2);
});

test.each([
  ['the next step', 14.5, DAY / 2],
  ['tomorrow', 20.5, DAY],
])('the next look is at %s', (_, days, later) => {
  expect(nextInstant(NOTHING_TOLD, [ending(NOW + days * DAY)], { days: USUAL, now: NOW })).toBe(NOW + later);
});

test('the next look is at the end of a snooze', () => {
  const told = [{ ...nothingTold(ending(0)), snoozedUntil: NOW + HOUR }];
  expect(nextInstant({ ranAt: null, told }, [], { days: USUAL, now: NOW })).toBe(NOW + HOUR);
});

test('the next look is never at what has passed', () => {
  const told = [{ ...nothingTold(ending(0)), snoozedUntil: NOW }];
  expect(nextInstant({ ranAt: null, told }, [ending(NOW + HOUR)], { days: USUAL, now: NOW })).toBe(NOW + HOUR);
  expect(nextInstant({ ranAt: null, told }, [ending(NOW)], { days: USUAL, now: NOW })).toBe(NOW + DAY);
});

test('what was told of a token that is not looked at stays', () => {
  const other = { ...nothingTold(ending(NOW)), tokenId: TokenId.parse('952858d3-7084-4635-964e-3c2a57645185') };
  expect(recordsAfter({ ranAt: NOW, told: [other] }, NOW + 60 * DAY, { now: NOW })).toEqual([other]);
});

test('what was told of a token, or answered, holds in each place that lists it, also once the first of them is gone', () => {
  const there = HostId.parse('services:contoso');
  const end = NOW + 5 * DAY;
  const at = { days: USUAL, now: NOW };
  const first = look({ ranAt: NOW - DAY, told: [] }, [ending(end, [there])], at);
  expect(first.tellings).toEqual([{ hostId, at: NOW }]);
  const elsewhere = (told: Told[]) => told.filter((each) => each.hostId === there);
  const [copy] = elsewhere(first.reminders.told);
  expect(copy).toMatchObject({ steps: [7], shown: true, at: 0 });
  const then = look(
    { ranAt: NOW, told: elsewhere(first.reminders.told) },
    [{ ...ending(end, [hostId]), hostId: there }],
    at,
  );
  expect(then.tellings).toEqual([]);
  const silenced = first.reminders.told.map((each) => ({ ...each, silenced: each.hostId === hostId }));
  const after = look({ ranAt: NOW, told: silenced }, [ending(end, [there])], at).reminders.told;
  expect(after.map(({ silenced }) => silenced)).toEqual([true, true]);
});

test('the notification of a place stays known by it where its token is looked at by way of another', () => {
  const there = HostId.parse('services:contoso');
  const given = { ...nothingTold(ending(NOW + 5 * DAY)), steps: [7 as RemindDay], at: NOW - DAY };
  const by = { ...ending(NOW + 5 * DAY, [hostId]), hostId: there };
  const { told } = look({ ranAt: NOW, told: [given, { ...given, hostId: there, at: 0 }] }, [by], {
    days: USUAL,
    now: NOW,
  }).reminders;
  expect(told.map((each) => [each.hostId, each.at])).toEqual([
    [there, 0],
    [hostId, NOW - DAY],
  ]);
});

test.each<[string, number | null, number[], number]>([
  ['the first look', null, [NOW + DAY], NOW],
  ['one within the hour in which nothing has ended', NOW - HOUR + 1, [NOW + DAY, NOW - DAY], NOW - HOUR + 1],
  ['one within the hour in which one of two has ended', NOW - HOUR + 1, [NOW + DAY, NOW], NOW],
  ['one an hour later', NOW - HOUR, [NOW + DAY], NOW],
  ['one after the clock was set back', NOW + 1, [NOW + DAY], NOW],
])('until when ends were looked at, after %s', (_, ranAt, ends, after) => {
  expect(
    look(
      { ranAt, told: [] },
      ends.map((end) => ending(end)),
      { days: USUAL, now: NOW },
    ).reminders.ranAt,
  ).toBe(after);
});

test('a notification that was given ends a snooze, and an answer that changes no step changes none', () => {
  const record = { ...nothingTold(ending(NOW + DAY)), steps: [1 as RemindDay] };
  expect(given({ ...record, snoozedUntil: NOW })).toEqual(record);
  expect(answered(record, 'again', { endsAt: NOW + DAY, now: NOW })).toEqual(record);
  expect(answered({ ...record, steps: [] }, 'again', { endsAt: NOW + 60 * DAY, now: NOW }).steps).toEqual([]);
});
