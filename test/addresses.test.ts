import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { request } from '../src/azure/http';
import { tokenRoot } from '../src/azure/services/endpoint';
import { servicesHost } from '../src/core/host';
import { type Address, parseAddress } from '../src/core/hosts/address';
import { addressOf } from '../src/core/hosts/address-of';
import { webAddress } from './any-text';

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
  webAddress,
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
    webAddress,
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

/** What an organization may be called by somebody who wants to get out of its path. */
const escapes = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '..',
        '../',
        '%2e%2e',
        '%2f',
        '%5c',
        '\\',
        '/',
        '@',
        '#',
        '?',
        ':',
        ':443',
        ':8443',
        '%00',
        '\0',
        '\r\n',
        '\t',
      ),
      fc.constantFrom(
        '。',
        '．',
        '｡',
        '․',
        '⁄',
        '∕',
        '／',
        '＼',
        '＠',
        '％',
        'ℂ',
        '\u202e',
        '\u200b',
        '\ud800',
        ' ',
        '\u00a0',
      ),
      fc.constantFrom(
        'evil.example',
        'user:pass@',
        '@evil.example',
        '_apis',
        '_signin',
        'javascript:',
        '//evil.example',
        'x'.repeat(70),
      ),
      fc.constantFrom('fabrikam', 'a', '-', '0', 'Ⅾ', '__proto__'),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''));

const NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
const leadsTo = (address: string) => new URL(address).href === address;

/** Whether what was understood leads to that organization, or to a server, which is asked only with leave for its origin. */
function staysInPlace(address: Address): boolean {
  if (address.kind === 'address')
    return !OURS.test(address.origin) && address.paths.every((path) => leadsTo(`${address.origin}${path}/_apis/x`));
  const roots = [addressOf(address), tokenRoot(address)];
  return (
    NAME.test(address.name) && roots.every((root) => OURS.test(new URL(root).origin) && leadsTo(`${root}/_apis/x`))
  );
}

test('ten thousand names of organizations that try to leave their path are that organization, a server of its own, or none', () => {
  const forms = fc.constantFrom(
    '@',
    'https://dev.azure.com/@',
    'https://@.visualstudio.com/',
    'dev.azure.com/@/_git/x',
  );
  const texts = fc.tuple(forms, escapes).map(([form, name]) => form.replace('@', () => name));
  const read = { understood: 0, refused: 0 };
  const isSafe = (text: string) => {
    const host = parseAddress(text);
    read[host.ok ? 'understood' : 'refused'] += 1;
    if (host.ok) return staysInPlace(host.value);
    return host.failure.kind === 'invalid' && host.failure.field === 'address';
  };
  fc.assert(fc.property(texts, isSafe), { numRuns: 10_000 });
  for (const count of Object.values(read)) expect(count).toBeGreaterThan(500);
});

test('a name that a server gives an organization is asked for in its own place, or is none', () => {
  const isSafe = (name: string) => {
    const host = servicesHost(name);
    return host ? NAME.test(name) && addressOf(host) === `https://dev.azure.com/${name}` : !NAME.test(name);
  };
  fc.assert(fc.property(escapes, isSafe), { numRuns: 10_000 });
});
