import { expect, test } from 'vitest';
import type { Host } from '../host';
import { HostId, servicesHost } from '../host';
import { collectionUrl } from './addresses';
import { placeOf } from './place';

const server = (base: string, root: string): Host => ({
  id: HostId.parse(`server:${root}`),
  kind: 'server',
  name: root,
  root,
  base,
  product: 'TFS 2018',
  tokensAt: 'collection',
  version: '1.0',
  createVersion: '1.0',
  hasProviders: false,
});

test.each([
  ['with a virtual directory', 'https://tfs:8080/tfs', 'https://tfs:8080/tfs/A%20B', 'https://tfs:8080/tfs', 'A B'],
  ['without one', 'https://tfs', 'https://tfs/Default', 'https://tfs', 'Default'],
  ['by its number', 'http://[::1]:8080', 'http://[::1]:8080/Default', 'http://[::1]:8080', 'Default'],
  ['whose root is not known', 'https://tfs/tfs/Web', 'https://tfs/tfs/Web', 'https://tfs/tfs', 'Web'],
  ['with a name that is no encoding', 'https://tfs', 'https://tfs/100%', 'https://tfs', '100%'],
  ['in a deeper folder', 'https://tfs/a', 'https://tfs/a/b/Web', 'https://tfs/a', 'Web'],
])('a server %s', (_, base, root, expected, collection) => {
  expect(placeOf(server(base, root))).toEqual({ kind: 'server', base: expected, collection });
});

test('what a virtual directory may be called is nothing to a shell, to Groovy or to .env', () => {
  const place = placeOf(server("https://tfs/a$(id)'&b", "https://tfs/a$(id)'&b/Web"));
  expect(collectionUrl(place)).toBe('https://tfs/a%24%28id%29%27%26b/Web');
});

test.each([
  ['dev.azure.com', 'https://dev.azure.com/fabrikam'],
  ['visualstudio.com', 'https://fabrikam.visualstudio.com'],
] as const)('an organization at %s', (domain, url) => {
  const host = servicesHost('fabrikam', domain);
  expect(host && collectionUrl(placeOf(host))).toBe(url);
});
