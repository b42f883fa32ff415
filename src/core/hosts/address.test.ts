import fc from 'fast-check';
import { expect, test } from 'vitest';
import { webAddress } from '../../../test/any-text';
import { parseAddress, textOf } from './address';

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

test.each([
  ['git@ssh.dev.azure.com:v3/fabrikam/Project/repo', 'dev.azure.com'],
  ['ssh.dev.azure.com:v3/fabrikam/Project/repo', 'dev.azure.com'],
  ['ssh://git@ssh.dev.azure.com/v3/fabrikam/Project/repo', 'dev.azure.com'],
  ['ssh://git@ssh.dev.azure.com:22/v3/fabrikam/Project/repo', 'dev.azure.com'],
  ['fabrikam@vs-ssh.visualstudio.com:v3/fabrikam/Project/repo', 'visualstudio.com'],
  ['ssh://fabrikam@vs-ssh.visualstudio.com:22/DefaultCollection/Project/_ssh/repo', 'visualstudio.com'],
  ['https://fabrikam@dev.azure.com/fabrikam/Project/_git/repo', 'dev.azure.com'],
  ['https://pkgs.dev.azure.com/fabrikam/_packaging/feed/npm/registry/', 'dev.azure.com'],
  ['https://pkgs.dev.azure.com/fabrikam/Project/_packaging/feed/nuget/v3/index.json', 'dev.azure.com'],
  ['https://feeds.dev.azure.com/fabrikam/_apis/packaging/feeds', 'dev.azure.com'],
  ['https://almsearch.dev.azure.com/fabrikam/_apis/search/codesearchresults', 'dev.azure.com'],
  ['https://vsrm.dev.azure.com/fabrikam/Project/_apis/release', 'dev.azure.com'],
  ['https://vssps.dev.azure.com/fabrikam', 'dev.azure.com'],
  ['https://fabrikam.pkgs.visualstudio.com/_packaging/feed/maven/v1', 'visualstudio.com'],
  ['https://fabrikam.vsrm.visualstudio.com/Project', 'visualstudio.com'],
  ['https:\\\\dev.azure.com\\fabrikam', 'dev.azure.com'],
])('%s names fabrikam, as tools write it', (text, domain) => {
  expect(parseAddress(text)).toMatchObject({ value: { id: 'services:fabrikam', domain } });
});

test.each([
  'https://code.visualstudio.com/docs/getstarted',
  'https://my.visualstudio.com/',
  'https://developercommunity.visualstudio.com/t/1',
  'https://marketplace.visualstudio.com/items?itemName=x',
  'https://aexprodea1.vsaex.visualstudio.com/',
  'https://spsprodeus21.vssps.visualstudio.com/_signin',
  'https://sps1.vssps.visualstudio.com/',
  'https://status.dev.azure.com/fabrikam',
  'https://a.b.dev.azure.com/fabrikam',
  'https://ssh.dev.azure.com/v3',
  'git@ssh.dev.azure.com:v3',
  'git@ssh.dev.azure.com:v3/_apis',
])('%s is a page of Microsoft, and of no organization', (text) => {
  expect(parseAddress(text)).toMatchObject({ failure: { reason: 'malformed' } });
});

test('what was understood reads the same again, and has nothing else in it', () => {
  const texts = fc.oneof(webAddress, fc.string(), fc.domain());
  fc.assert(
    fc.property(texts, (text) => {
      const read = parseAddress(text);
      if (!read.ok) return;
      expect(textOf(read.value)).not.toMatch(/[?#\s]|\/\/[^/]*@/);
      expect(parseAddress(textOf(read.value))).toEqual(read);
    }),
    // As many as 5,000 by `npm run unit:thorough`.
    { numRuns: import.meta.env.MODE === 'thorough' ? 5_000 : 2_000 },
  );
});
