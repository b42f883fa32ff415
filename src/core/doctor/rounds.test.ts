import { expect, test } from 'vitest';
import { KnownHost } from '../host';
import { readsOf } from './reads';
import { concerned, isRefusal, mostReads, roundsOf } from './rounds';

const cloud = (name: string) => KnownHost.parse({ id: `services:${name}`, kind: 'services', name, identity: null });
const collection = (server: string, name: string) =>
  KnownHost.parse({
    ...{ id: `server:${server}/${name}`, kind: 'server', name: `${server}/${name}`, identity: null },
    ...{ root: `https://${server}/tfs/${name}`, base: `https://${server}/tfs`, product: 'Azure DevOps Server 2022' },
    ...{ tokensAt: 'collection', version: '5.0-preview.1', createVersion: '5.0-preview.1', hasProviders: true },
  });

test('the cloud is asked first, and each server by itself', () => {
  const hosts = [collection('a.example', 'one'), cloud('fabrikam'), collection('b.example', 'one'), cloud('contoso')];
  const rounds = roundsOf([...hosts, collection('a.example', 'two')]);
  expect(rounds.map((round) => round.map(({ name }) => name))).toEqual([
    ['fabrikam', 'contoso'],
    ['a.example/one', 'a.example/two'],
    ['b.example/one'],
  ]);
  expect(roundsOf([])).toEqual([]);
});

test('what a token can cost is told before', () => {
  expect(mostReads([])).toBe(0);
  expect(mostReads([cloud('a'), cloud('b')])).toBe(2 + readsOf('services').length);
  expect(mostReads([cloud('a'), collection('a.example', 'one')])).toBe(
    2 + Math.max(readsOf('services').length, readsOf('server').length),
  );
});

test('one that was made here concerns who made it, and nobody else', () => {
  const [first, other] = [collection('a.example', 'one'), collection('b.example', 'one')];
  const hosts = [first, other, cloud('fabrikam'), cloud('contoso'), collection('a.example', 'two')];
  const names = (madeAt?: (typeof first)['id']) => concerned(hosts, madeAt).map(({ name }) => name);
  expect(names(first.id)).toEqual(['a.example/one', 'a.example/two']);
  expect(names(cloud('contoso').id)).toEqual(['fabrikam', 'contoso']);
  expect(names()).toHaveLength(5);
});

test('whoever is refused as somebody has shown a token that works elsewhere', () => {
  const signedOut = { kind: 'signed-out', signInUrl: 'https://dev.azure.com/fabrikam' } as const;
  expect(isRefusal({ ...signedOut, by: 'refusal' })).toBe(true);
  expect(isRefusal({ ...signedOut, by: 'page' })).toBe(false);
  expect(isRefusal({ kind: 'forbidden', explained: true })).toBe(false);
  expect(isRefusal({ kind: 'between' })).toBe(false);
});
