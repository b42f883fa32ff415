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
  ['https://app.vssps.visualstudio.com/', 'malformed'],
  ['https://vssps.dev.azure.com/fabrikam', 'malformed'],
  ['http://', 'malformed'],
  ['http://[::1', 'malformed'],
])('"%s" is refused as %s', (text, reason) => {
  expect(parseAddress(text)).toEqual({ ok: false, failure: { kind: 'invalid', field: 'address', reason } });
});

test.each([
  [
    'http://tfs:8080/tfs/DefaultCollection/Project/_git/repo?path=/x',
    'http://tfs:8080',
    ['/tfs/DefaultCollection/Project', '/tfs/DefaultCollection', '/tfs', ''],
  ],
  ['https://TFS.corp.example/DefaultCollection/', 'https://tfs.corp.example', ['/DefaultCollection', '']],
  [
    'https://tfs.corp.example/tfs/Default Collection//',
    'https://tfs.corp.example',
    ['/tfs/Default%20Collection', '/tfs', ''],
  ],
  ['http://tfs:8080/Sammlung Süd/_home', 'http://tfs:8080', ['/Sammlung%20S%C3%BCd', '']],
  ['http://[2001:db8::1]:8080/tfs/C', 'http://[2001:db8::1]:8080', ['/tfs/C', '/tfs', '']],
  ['https://tfs.bücher.example/C', 'https://tfs.xn--bcher-kva.example', ['/C', '']],
  ['http://tfs:8080', 'http://tfs:8080', ['', '/tfs']],
  ['tfs.corp.example/tfs/C', 'https://tfs.corp.example', ['/tfs/C', '/tfs', '']],
  ['https://user:secret@tfs.corp.example/C', 'https://tfs.corp.example', ['/C', '']],
  ['https://dev.azure.com.evil.example/fabrikam', 'https://dev.azure.com.evil.example', ['/fabrikam', '']],
])('%s is a place on a server', (text, origin, paths) => {
  expect(parseAddress(text)).toEqual({ ok: true, value: { kind: 'address', origin, paths } });
});
