import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { request } from '../src/azure/http';
import { tokenRoot } from '../src/azure/services/endpoint';
import { parseAddress } from '../src/core/hosts/address';
import { addressOf } from '../src/core/hosts/address-of';

const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return new Response('{}', { headers: { 'Content-Type': 'application/json' } });
  });
});
afterEach(() => void vi.unstubAllGlobals());

const OURS = /^https:\/\/((vssps\.)?dev\.azure\.com|[a-z0-9-]+(\.vssps)?\.visualstudio\.com)$/;

const nasty = fc.oneof(
  fc.webUrl(),
  fc.string(),
  fc.constantFrom(
    'https://evil.example/.visualstudio.com',
    'https://a.b.visualstudio.com/',
    'https://fabrikam.visualstudio.com.evil.example/',
    'https://dev.azure.com.evil.example/',
    'https://dev.azure.com@evil.example/',
    'https://evil.example/#https://dev.azure.com/',
    'http://dev.azure.com/fabrikam',
    'https://dev.azure.com:8443/fabrikam',
    'https://vssps.dev.azure.com./x',
    'file:///etc/passwd',
  ),
);

test('the one fetch asks no host but those of Azure DevOps Services, whatever address it is given', async () => {
  const send = async (url: string) => {
    if (URL.canParse(url)) await request({ method: 'GET', url, signInUrl: '' }, z.unknown());
  };
  await fc.assert(fc.asyncProperty(nasty, send), { numRuns: 2_000 });
  const origins = new Set(asked.map((url) => new URL(url).origin));
  expect([...origins].filter((origin) => !OURS.test(origin))).toEqual([]);
});

test('no text of a user leads anywhere but to one organization', () => {
  const pieces = fc.constantFrom(
    'dev.azure.com',
    'https://',
    '..',
    '%2f',
    '%2e',
    '@',
    '/',
    '\\',
    '#',
    '?',
    ':',
    'fabrikam',
    '.visualstudio.com',
    '。',
    ' ',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
    fc.webUrl(),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const host = parseAddress(text);
      if (!host.ok || host.value.kind !== 'services') return;
      for (const root of [addressOf(host.value), tokenRoot(host.value)]) {
        const url = new URL(`${root}/_apis/x`);
        const { name, domain } = host.value;
        expect(url.origin).toMatch(OURS);
        if (domain === 'dev.azure.com') expect(url.pathname).toBe(`/${name}/_apis/x`);
        else expect([url.hostname.split('.')[0], url.pathname]).toEqual([name.toLowerCase(), '/_apis/x']);
      }
    }),
    { numRuns: 10_000 },
  );
});
