import { expect, test } from 'vitest';
import { updateOn } from './abilities';
import { type Host, HostId, servicesHost } from './host';

const server: Host = {
  id: HostId.parse('server:x'),
  kind: 'server',
  name: 'tfs/C',
  root: 'http://tfs/C',
  base: 'http://tfs',
  product: 'TFS 2018',
  tokensAt: 'collection',
  version: '4.1',
  createVersion: '1.0',
  hasProviders: false,
};
const organization = servicesHost('fabrikam') as Host; // a good name

test.each([
  ['a server on premises', server, true, 'no-such-call'],
  ['an organization with the lifecycle API open', organization, true, 'open'],
  ['one that keeps it closed', organization, false, 'closed'],
  ['one that was not asked yet', organization, null, 'unknown'],
] as const)('%s', (_, host, lifecycle, update) => {
  expect(updateOn(host, { lifecycle })).toBe(update);
});
