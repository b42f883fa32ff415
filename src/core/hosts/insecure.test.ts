import { expect, test } from 'vitest';
import { type Host, HostId } from '../host';
import { isInsecure } from './insecure';
import { tokenPageOf } from './token-page';

const server = (root: string, hasProviders = true): Host => ({
  ...{ id: HostId.parse('server:x'), kind: 'server', name: 'C', root, base: root, product: 'TFS', version: '4.1' },
  ...{ tokensAt: 'collection', createVersion: '1.0', hasProviders },
});
const organization = { id: HostId.parse('services:a'), kind: 'services', name: 'a' } as const;

test.each([
  ['https://tfs.corp.example/tfs/C', false],
  ['http://tfs/C', true],
  ['http://10.0.0.5:8080/tfs/C', true],
  ['http://localhost:8080/C', false],
  ['http://127.0.0.1/C', false],
  ['http://[::1]:8080/C', false],
  ['http://localhost.evil.example/C', true],
  ['http://127.0.0.1.evil.example/C', true],
  ['http://my-localhost/C', true],
  ['http://[::2]/C', true],
])('whether what is sent to %s can be read on the way: %s', (root, isReadable) => {
  expect(isInsecure(server(root))).toBe(isReadable);
});

test('what is sent to an organization cannot', () => {
  for (const domain of ['dev.azure.com', 'visualstudio.com'] as const)
    expect(isInsecure({ ...organization, domain })).toBe(false);
});

test('tokens are seen on the page that the product has for them', () => {
  expect(tokenPageOf(server('https://tfs/C'))).toBe('https://tfs/C/_usersSettings/tokens');
  expect(tokenPageOf(server('https://tfs/C', false))).toBe('https://tfs/C/_details/security/tokens');
  const page = 'https://dev.azure.com/a/_usersSettings/tokens';
  expect(tokenPageOf({ ...organization, domain: 'dev.azure.com' })).toBe(page);
});
