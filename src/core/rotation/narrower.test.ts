import { expect, test } from 'vitest';
import { HostId, ServerHost, servicesHost } from '../host';
import { losesCollections } from './narrower';

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
const wide = { inAllCollections: true as const };

test.each([
  ['for all collections, kept at the collection', wide, at('collection'), true],
  ['for all collections, kept at the server', wide, at('server'), false],
  ['for one collection', {}, at('collection'), false],
])('a token %s: whether its replacement opens less is said', (_, token, host, expected) => {
  expect(losesCollections(token, host)).toBe(expected);
});

test('nor is it ever said of an organization', () => {
  const host = servicesHost('fabrikam');
  expect(host && losesCollections(wide, host)).toBe(false);
});
