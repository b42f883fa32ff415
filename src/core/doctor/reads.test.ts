import { expect, test } from 'vitest';
import { readsOf } from './reads';

const asked = (kind: 'services' | 'server') => readsOf(kind).map(({ scope, at, path }) => `${scope}: ${at}/${path}`);

const EVERYWHERE = [
  'vso.code: organization/git/repositories',
  'vso.work: organization/process/processes',
  'vso.build: organization/build/controllers',
  'vso.project: organization/teams?$top=1',
  'vso.agentpools: organization/distributedtask/pools',
  'vso.serviceendpoint: organization/serviceendpoint/types?type=generic',
  'vso.wiki: organization/wiki/wikis',
  'vso.notification: organization/notification/subscribers/{user}',
  'vso.identity: identities/identities?identityIds={user}',
];

// What is not asked is said of no token: a line that is lost here would make one look less dangerous than it is.
test('what a token may read is found out in each area that can be asked', () => {
  expect(asked('services')).toEqual([...EVERYWHERE, 'vso.graph: identities/graph/descriptors/{user}']);
  expect(asked('server')).toEqual([...EVERYWHERE, 'vso.packaging: organization/packaging/feeds']);
});
