import { afterEach, beforeEach, expect, test } from 'vitest';
import browser from '../../test/fakes/browser';
import { HostId } from '../core/host';
import type { Reading } from '../core/snapshot';
import { TokenId } from '../core/token';
import { stored } from './stored';

const hostId = HostId.parse('services:fabrikam');
const item = stored.reading(hostId);
const me = { id: 'bb5bb6c8-ef0a-400f-8987-92b3674d2043', name: 'Normal Paulk' };
const other = { id: 'aa5bb6c8-ef0a-400f-8987-92b3674d2043', name: 'Raisa Pokrovskaya' };

function reading(names: string[], readAt: number, identity = me): Reading {
  const tokens = names.map((name, index) => ({
    id: TokenId.parse(`11111111-2222-4333-8444-${String(index).padStart(12, '0')}`),
    ...{ name, scopes: ['vso.code'], createdAt: 1, expiresAt: null, organizationIds: null, revoked: false },
  }));
  return { snapshot: { identity, tokens, readAt, clockSkew: 0, complete: true }, failure: null };
}

const told: string[][] = [];
const listen = (changes: object) => void told.push(Object.keys(changes));
const HEAD = `reading:${hostId}`;
const TOKENS = `tokens:${hostId}`;

beforeEach(() => {
  browser.reset();
  told.length = 0;
  browser.storage.local.onChanged.addListener(listen);
});
afterEach(() => browser.storage.local.onChanged.removeListener(listen));

test('a reading is read as it was written, from a head and the tokens', async () => {
  await item.set(reading(['one', 'two'], 1));
  expect(await item.get()).toEqual(reading(['one', 'two'], 1));
  expect(Object.keys(await browser.storage.local.get(null)).toSorted()).toEqual([HEAD, TOKENS]);
  expect(told, 'by one write').toEqual([[HEAD, TOKENS]]);
});

test('tokens that did not change are not written again, nor told', async () => {
  await item.set(reading(['one'], 1));
  await item.set(reading(['one'], 2));
  await item.set({ ...reading(['one'], 2), failure: { kind: 'offline' } });
  expect(told.slice(1)).toEqual([[HEAD], [HEAD]]);
  await item.set(reading(['another'], 2));
  expect(told.at(-1)).toEqual([HEAD, TOKENS]);
});

test('a head never stands beside the tokens of somebody else', async () => {
  await item.set(reading(['mine'], 1));
  const { [TOKENS]: mine } = await browser.storage.local.get(TOKENS);
  await item.set(reading(['theirs'], 2, other));
  await browser.storage.local.set({ [TOKENS]: mine });
  expect((await item.get()).snapshot).toBe(null);
});

test('of two readings that are written at a time, the last one stands whole', async () => {
  await item.set(reading(['one'], 1));
  await Promise.all([item.set(reading(['one', 'two'], 2)), item.set(reading(['one'], 3))]);
  expect(await item.get()).toEqual(reading(['one'], 3));
});

test('tokens that are lost or damaged are no empty list', async () => {
  await item.set(reading(['one'], 1));
  await browser.storage.local.set({ [TOKENS]: { version: 1, value: { identityId: me.id, tokens: [7] } } });
  expect((await item.get()).snapshot).toBe(null);
  await browser.storage.local.remove(TOKENS);
  expect((await item.get()).snapshot).toBe(null);
});

test.each([
  ['with its version', (value: unknown) => ({ version: 1, value })],
  ['without', (value: unknown) => value],
])('a reading from before tokens had a key of their own is whole, %s', async (_, put) => {
  const before = { ...reading(['one', 'two'], 1), failure: { kind: 'offline' as const } };
  await browser.storage.local.set({ [HEAD]: put(before) });
  expect(await item.get()).toEqual(before);
  await item.set(reading(['one', 'two'], 2));
  const kept = await browser.storage.local.get([HEAD, TOKENS]);
  expect(JSON.stringify(kept[HEAD])).not.toContain('two');
  expect(JSON.stringify(kept[TOKENS])).toContain('two');
});

test('who watches hears of each reading as one, also where only its head was told', async () => {
  await item.set(reading(['one'], 1));
  const seen: Reading[] = [];
  const stop = item.watch((value) => seen.push(value));
  for (const next of [reading(['one'], 2), reading(['two'], 3), reading(['two'], 4)]) {
    await item.set(next);
    await new Promise((resolve) => setTimeout(resolve));
    expect(seen.at(-1)).toEqual(next);
  }
  stop();
  await item.set(reading(['three'], 5));
  expect(seen).toHaveLength(3);
});
