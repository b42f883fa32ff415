import { expect, test } from 'vitest';
import type { HostId } from '../../core/host';
import { follow, ofEachHost } from './follow';

const [fabrikam, contoso] = ['services:fabrikam', 'services:contoso'] as HostId[] as [HostId, HostId];

/** Stored values, and how often each was asked for. */
function storage(values: Record<HostId, string>) {
  const asked: HostId[] = [];
  const watching = new Map<HostId, (value: string) => void>();
  const itemOf = (hostId: HostId) => ({
    get: async () => {
      asked.push(hostId);
      return values[hostId] ?? 'nothing';
    },
    watch: (changed: (value: string) => void) => {
      watching.set(hostId, changed);
      return () => {};
    },
  });
  return { asked, itemOf, tell: (hostId: HostId, value: string) => watching.get(hostId)?.(value) };
}

test('a host is followed once, from the first time that it is asked for', async () => {
  const { asked, itemOf, tell } = storage({ [fabrikam]: 'one' });
  const ofHost = ofEachHost('test', itemOf);
  expect(ofHost.soFar(fabrikam)).toBeUndefined();
  expect(asked).toEqual([]);
  expect(ofHost.of(fabrikam)).toBeUndefined();
  await ofHost.know([fabrikam, contoso]);
  await ofHost.know([contoso]);
  expect([ofHost.of(fabrikam), ofHost.of(contoso)]).toEqual(['one', 'nothing']);
  tell(fabrikam, 'two');
  expect([ofHost.of(fabrikam), ofHost.soFar(contoso)]).toEqual(['two', 'nothing']);
  expect(asked).toEqual([fabrikam, contoso]);
});

test('what is kept before storage tells takes no other value away', async () => {
  const { itemOf } = storage({ [fabrikam]: 'one' });
  const ofHost = ofEachHost('test', itemOf);
  const knowing = ofHost.know([fabrikam]);
  ofHost.keep(contoso, 'early');
  await knowing;
  expect([ofHost.soFar(fabrikam), ofHost.soFar(contoso)]).toEqual(['one', 'early']);
});

test('what storage tells while it is asked is newer than its answer', async () => {
  let tell: (value: string) => void = () => {};
  let answer: (value: string) => void = () => {};
  const item = {
    get: () =>
      new Promise<string>((resolve) => {
        answer = resolve;
      }),
    watch: (changed: typeof tell) => {
      tell = changed;
      return () => {};
    },
  };
  const kept: string[] = [];
  const following = follow(item, (value) => kept.push(value));
  tell('newer');
  answer('older');
  await following;
  expect(kept).toEqual(['newer']);
});
