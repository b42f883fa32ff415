import { expect, test } from 'vitest';
import { FABRIKAM, SERVER, WITH_PROVIDERS } from '../../../gallery/fixtures/hosts';
import { limitsAt } from '../../core/minting/expectation';
import type { Limits } from '../../core/minting/limits';
import { grantedInWords, mintInWords } from './expected';

const hosts = { services: FABRIKAM, server: SERVER, 'server with providers': WITH_PROVIDERS };
const at = 0;

test.each<[number, keyof typeof hosts, Partial<Limits>, string]>([
  [30, 'services', {}, '30 days'],
  [1, 'services', {}, '1 day'],
  [365, 'services', {}, '1 year'],
  [30, 'services', { cut: { days: 7, at } }, '7 days instead of 30 days'],
  [7, 'services', { cut: { days: 7, at } }, '7 days'],
  [30, 'services', { tooLong: { days: 7, at } }, '1 day instead of 30 days'],
  [30, 'server', {}, '30 days, perhaps 90 days'],
  [90, 'server', {}, '90 days'],
  [30, 'server', { rounding: { up: true, at } }, '90 days instead of 30 days'],
  [30, 'server', { rounding: { up: false, at } }, '30 days'],
  [30, 'server with providers', { rounding: { up: true, at } }, '30 days'],
])('a purpose of %i days on a %s with %j lives %s', (days, host, known, words) => {
  expect(grantedInWords(days, hosts[host], { ...limitsAt(null, '', 0), ...known })).toBe(words);
});

test.each([
  ['app_token', 'Full access · Your organization has switched off full access.'],
  ['App_Token', 'App_Token · Your organization has switched off full access.'],
  ['vso.code', 'Code: Read · 30 days'],
])('where full access is switched off, Quick mint says of %s: %s', (scope, words) => {
  const purpose = { id: 'own', name: 'Own', scopes: [scope], days: 30 };
  const limits = { ...limitsAt(null, '', 0), decided: { noFullAccess: true as const } };
  expect(mintInWords(purpose, FABRIKAM, limits)).toBe(words);
});
