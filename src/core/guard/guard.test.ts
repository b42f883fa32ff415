import { expect, test } from 'vitest';
import { SERVER } from '../../../gallery/fixtures/hosts';
import { Guard, NO_GUARD, readSite } from './guard';

test.each([
  ['chat.example.com', 'https://chat.example.com'],
  [' https://Wiki.Example.com/display/TEAM/Page?x=1#here ', 'https://wiki.example.com'],
  ['http://jira:8080/browse/A-1', 'http://jira:8080'],
  ['localhost:3000', 'https://localhost:3000'],
  ['https://me:secret@chat.example.com/', 'https://chat.example.com'],
  ['https://dev.azure.com.example/x', 'https://dev.azure.com.example'],
  ['http://[::1]:8080/', 'http://[::1]:8080'],
])('%s is the site %s, and reads the same again', (text, site) => {
  expect(readSite(text, [])).toEqual({ site });
  expect(readSite(site, [])).toEqual({ site });
});

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['slack', 'malformed'],
  ['*.example.com', 'malformed'],
  ['https://*/', 'malformed'],
  ['not an address.', 'malformed'],
  ['dev.azure.com', 'azure-devops'],
  ['https://dev.azure.com/fabrikam/_wiki', 'azure-devops'],
  ['fabrikam.visualstudio.com', 'azure-devops'],
  ['https://me@dev.azure.com/fabrikam', 'azure-devops'],
  ['chrome://settings', 'closed'],
  ['about:config', 'closed'],
  ['file:///etc/passwd', 'closed'],
  ['moz-extension://x/y', 'closed'],
  ['https://addons.mozilla.org/firefox', 'closed'],
  ['https://chromewebstore.google.com/', 'closed'],
])('"%s" is refused as %s', (text, fault) => {
  expect(readSite(text, [])).toEqual({ fault });
});

test('a server of the user is there for tokens', () => {
  expect(readSite(new URL(SERVER.kind === 'server' ? SERVER.base : '').origin, [SERVER])).toEqual({
    fault: 'azure-devops',
  });
});

test('what is stored and is no site is left out, and the others stay', () => {
  expect(Guard.parse({ on: true, sites: ['https://a.example', 'https://*', 7, 'https://b.example/x'] })).toEqual({
    on: true,
    sites: ['https://a.example'],
  });
  expect(Guard.parse({})).toEqual(NO_GUARD);
});
