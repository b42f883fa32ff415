import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import browser from '../../test/fakes/browser';
import { HOUR, SECOND } from '../core/duration';
import { keepAlarm, orMuchLater, setAlarm } from './alarm';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  browser.reset();
});
afterEach(() => void vi.useRealTimers());

const alarm = () => browser.alarms.get('job');

test('a job that does not end is tried again in an hour, and not sooner; what is wrong is told', async () => {
  const broken = () => Promise.reject(new Error('the disk is full'));
  await expect(orMuchLater('job', broken)).rejects.toThrow('the disk is full');
  expect(await alarm()).toMatchObject({ when: Date.now() + HOUR });
});

test('one that ends sets its alarm itself', async () => {
  await orMuchLater('job', () => setAlarm('job', Date.now() + SECOND, 0.5));
  expect(await alarm()).toMatchObject({ when: Date.now() + SECOND, periodInMinutes: 0.5 });
});

test.each([
  ['that is over goes off as soon as browsers let it', -HOUR, 30 * SECOND],
  ['that is sooner than browsers let it is theirs', SECOND, 30 * SECOND],
  ['is as it was told', HOUR, HOUR],
])('an alarm %s', async (_, inTime, expected) => {
  await keepAlarm('job', Date.now() + inTime);
  expect(await alarm()).toMatchObject({ when: Date.now() + expected });
});

test('one that is there is left alone, moved to either side where it is another time, and ended', async () => {
  await keepAlarm('job', Date.now() + HOUR);
  const create = vi.spyOn(browser.alarms, 'create');
  await keepAlarm('job', Date.now() + HOUR + SECOND);
  expect(create).not.toHaveBeenCalled();
  create.mockRestore();
  for (const later of [2 * HOUR, HOUR]) {
    await keepAlarm('job', Date.now() + later);
    expect(await alarm()).toMatchObject({ when: Date.now() + later });
  }
  await keepAlarm('job', null);
  expect(await alarm()).toBeUndefined();
});
