import { expect, test } from 'vitest';
import { HostId } from '../../core/host';
import { deedsUnderWay, untilDone, whileDoing } from './deeds';

const [host, other] = ['services:fabrikam', 'services:contoso'].map((id) => HostId.parse(id)) as [HostId, HostId];

test('what changes something on a host is waited for, and what that has begun, and nothing elsewhere', async () => {
  const steps: string[] = [];
  const ends = new Map<string, () => void>();
  const act = (step: string) => new Promise<void>((end) => ends.set(step, end)).then(() => void steps.push(step));
  const end = async (step: string) => {
    ends.get(step)?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  const note = whileDoing({ what: 'revoke', on: [other, host] }, () => act('note'));
  // As of a revoke of which no disk takes a note: it is sent at once.
  const sent = note.then(() => whileDoing({ what: 'revoke', on: [host] }, () => act('sent')));
  const elsewhere = whileDoing({ what: 'change', on: [other] }, () => act('elsewhere'));
  const done = untilDone(host).then(() => steps.push('removed'));
  expect(deedsUnderWay()).toEqual(['revoke', 'change']);
  await end('note');
  expect(deedsUnderWay()).toEqual(['change', 'revoke']);
  await end('sent');
  await end('elsewhere');
  await Promise.all([sent, done, elsewhere]);
  expect(steps).toEqual(['note', 'sent', 'removed', 'elsewhere']);
  expect(deedsUnderWay()).toEqual([]);
});
