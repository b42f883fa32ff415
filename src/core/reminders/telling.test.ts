import { expect, test } from 'vitest';
import { HostId } from '../host';
import { TokenId } from '../token';
import { notificationName, readName, TOPICS } from './notification-name';
import { untold, withShown } from './telling';

const [fabrikam, contoso] = ['services:fabrikam', 'services:contoso'].map((id) => HostId.parse(id)) as [HostId, HostId];
const tokenId = TokenId.parse('8d3f6a52-1c7b-4e0a-9f63-5b2d7c4e8a10');
const told = (hostId: HostId, at: number, shown: boolean) => ({ hostId, at, shown, tokenId });

test('a notification that the browser may not have yet is given once, for all tokens of its host and time', () => {
  const all = [
    told(fabrikam, 5, false),
    told(fabrikam, 5, false),
    told(fabrikam, 6, false),
    told(contoso, 5, false),
    told(contoso, 6, true),
  ];
  expect(untold(all)).toEqual([
    { hostId: fabrikam, at: 5 },
    { hostId: fabrikam, at: 6 },
    { hostId: contoso, at: 5 },
  ]);
  expect(untold(withShown(all, { hostId: fabrikam, at: 5 }))).toEqual([
    { hostId: fabrikam, at: 6 },
    { hostId: contoso, at: 5 },
  ]);
});

test.each(TOPICS)('the name of a notification says what it is about: %s', (topic) => {
  const hostId = HostId.parse('server:tfs:8080/tfs/Default Collection');
  expect(readName(notificationName(topic, { hostId, at: 12_345 }))).toEqual({ topic, at: 12_345, hostId });
});

test.each([
  '',
  'weather 12 services:fabrikam',
  'reminder soon services:fabrikam',
  'a reminder 12 services:fabrikam',
  'reminder 12 ',
])('what another name is about is not known: %j', (name) => {
  expect(readName(name)).toBeUndefined();
});
