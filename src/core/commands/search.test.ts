import { expect, test } from 'vitest';
import { type Deed, findable, search } from './search';

type Deeds = 'show' | 'rotate' | 'revoke';
const always = () => true;
const DEEDS: Deed<string, Deeds>[] = [
  { deed: 'show', words: ['show'], can: always },
  { deed: 'rotate', words: ['rotate'], can: (name) => name !== 'fixed' },
  { deed: 'revoke', words: ['revoke'], can: always },
];
const THINGS = [
  findable('nightly-build', 'nightly-build', 'fabrikam Code: Read'),
  findable('release notes', 'release notes', 'contoso Work items: Read'),
  findable('prerelease', 'prerelease', 'fabrikam Packaging: Read'),
  findable('fixed', 'fixed', 'contoso'),
  findable('laptop', 'laptop', 'contoso'),
  findable('terraform', 'terraform', 'contoso'),
];

const find = (typed: string, atMost = 50) =>
  search(THINGS, DEEDS, { typed, atMost }).map(({ of, deed }) => `${deed} ${of}`);

test('what is named is there first, with all that can be done to it where few are left', () => {
  expect(find('night')).toEqual(['show nightly-build', 'rotate nightly-build', 'revoke nightly-build']);
  expect(find('FIXED')).toEqual(['show fixed', 'revoke fixed']);
});

test('a word may be of the name, the deed, the organization or the scope, in any order', () => {
  expect(find('revoke night')[0]).toBe('revoke nightly-build');
  expect(find('night rev')[0]).toBe('revoke nightly-build');
  expect(find('contoso rel')[0]).toBe('show release notes');
  expect(find('packaging')[0]).toBe('show prerelease');
  expect(find('revoke code fabrikam')[0]).toBe('revoke nightly-build');
});

test('what begins with it comes before what has it within, and that before what a deed alone is called', () => {
  expect(find('re').filter((each) => /release|^revoke laptop/.test(each))).toEqual([
    'show release notes',
    'revoke laptop',
    'show prerelease',
  ]);
});

test('a deed alone is there for all in their order, and no more than are wanted', () => {
  expect(find('revoke', 3)).toEqual(['revoke nightly-build', 'revoke release notes', 'revoke prerelease']);
  expect(find('rotate')).not.toContain('rotate fixed');
});

test('with nothing typed each thing is there once; what fits nothing is not', () => {
  expect(find('')).toEqual(THINGS.map(({ of }) => `show ${of}`));
  expect(find('night nowhere')).toEqual([]);
});

test('what a server writes in its scopes makes no search slow', () => {
  const [long, longer] = [10_000, 1_000_000].map((length) => findable('t', 'token', 'x'.repeat(length)));
  expect(longer?.all).toBe(long?.all);
  if (longer) expect(search([longer], DEEDS, { typed: 'q', atMost: 5 })).toEqual([]);
});
