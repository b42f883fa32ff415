import { expect, test } from 'vitest';
import { HostId, ServerHost, servicesHost } from '../host';
import { losesPlaces } from './narrower';

const at = (tokensAt: 'collection' | 'server') =>
  ServerHost.parse({
    id: HostId.parse('server:one'),
    kind: 'server',
    name: 'tfs.corp.example/One',
    root: 'https://tfs.corp.example/One',
    base: 'https://tfs.corp.example',
    product: '',
    tokensAt,
    version: '1.0',
    createVersion: '1.0',
    hasProviders: false,
  });
const ids = ['33333333-3333-4333-8333-333333333333', '44444444-4444-4444-8444-444444444444'];
const one = { organizationIds: ids.slice(1) };
const both = { organizationIds: ids };
const wide = { ...one, inAllCollections: true as const };
const fabrikam = servicesHost('fabrikam') ?? expect.fail('it is a name');

test.each([
  ['for all collections, kept at the collection', wide, at('collection'), true],
  ['for all collections, kept at the server', wide, at('server'), false],
  ['for two collections, kept at the collection', both, at('collection'), true],
  ['for two collections, kept at the server', both, at('server'), false],
  ['for one collection', one, at('collection'), false],
  ['for two organizations', both, fabrikam, true],
  ['for one organization', one, fabrikam, false],
  ['for all organizations, which is replaced in each', { organizationIds: null }, fabrikam, false],
])('a token %s: whether its replacement opens less is said', (_, token, host, expected) => {
  expect(losesPlaces(token, host)).toBe(expected);
});
