import { expect, test } from 'vitest';
import { type Event, withEvent } from './event';
import { Trace, withTrace } from './trace';

const failed = (at: number) =>
  Trace.parse({ at, method: 'GET', endpoint: 'connectionData', status: 500, typeKey: '', kind: 'unexpected' });
const copied = (at: number): Event => ({ at, what: 'copied', seconds: 60 });
const times = Array.from({ length: 100 }, (_, at) => at);
const at = (all: readonly { at: number }[]) => all.map((each) => each.at);

test('a report has the newest of what failed and of what happened, the oldest of them first', () => {
  expect(at(times.reduce((all, time) => withTrace(all, failed(time)), [] as Trace[]))).toEqual(times.slice(-40));
  expect(at(times.reduce((all, time) => withEvent(all, copied(time)), [] as Event[]))).toEqual(times.slice(-30));
});
