import { expect, test } from 'vitest';
import { parseAddress } from './address';

test.each([
  'fabrikam',
  '  fabrikam ',
  'dev.azure.com/fabrikam',
  'https://dev.azure.com/fabrikam',
  'https://dev.azure.com/fabrikam/_usersSettings/tokens?x=1#y',
  'http://dev.azure.com/fabrikam/project/_git/repo',
  'https://fabrikam.visualstudio.com',
  'https://fabrikam.visualstudio.com/DefaultCollection/project',
  'https://someone@dev.azure.com/fabrikam/project/_git/repo',
])('%s names fabrikam', (text) => {
  expect(parseAddress(text)).toEqual({
    ok: true,
    value: {
      id: 'services:fabrikam',
      kind: 'services',
      name: 'fabrikam',
      domain: /\/\/fabrikam\.visualstudio\.com/.test(text) ? 'visualstudio.com' : 'dev.azure.com',
    },
  });
});

test('names are kept as they are written, and are the same in upper and lower case', () => {
  expect(parseAddress('Fabrikam-Fiber')).toMatchObject({
    value: { id: 'services:fabrikam-fiber', name: 'Fabrikam-Fiber' },
  });
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['..', 'malformed'],
  ['fabri kam', 'malformed'],
  ['_apis', 'malformed'],
  ['fabrikam@evil', 'malformed'],
  ['https://dev.azure.com/', 'malformed'],
  ['https://dev.azure.com/_apis/x', 'malformed'],
  ['javascript:alert(1)', 'malformed'],
  ['http://tfs:8080/tfs/DefaultCollection', 'server'],
  ['https://dev.azure.com.evil.example/fabrikam', 'server'],
  ['https://app.vssps.visualstudio.com/', 'server'],
  ['https://example.com/dev.azure.com/fabrikam', 'server'],
])('"%s" is refused as %s', (text, reason) => {
  expect(parseAddress(text)).toEqual({ ok: false, failure: { kind: 'invalid', field: 'address', reason } });
});
