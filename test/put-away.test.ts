import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { HostId } from '../src/core/host';
import { KEEP_SECRET, type Minted } from '../src/core/minting/minted';
import { Secret } from '../src/core/secret';
import { TokenId } from '../src/core/token';
import { stored } from '../src/platform/stored';
import { open as openPalette } from '../src/popup/palette';
import { loadMinted, minted, present, toHandOver, withdraw } from '../src/ui/stores/minted';
import { go, view } from '../src/ui/stores/screen';
import browser from './fakes/browser';

const hostId = HostId.parse('https://dev.azure.com/fabrikam');

function made(name: string): Minted {
  const now = Date.now();
  const id = TokenId.parse(crypto.randomUUID());
  const token = { id, name, scopes: [], createdAt: now, expiresAt: now + 1e9, organizationIds: null, revoked: false };
  const asked = { scopes: [], expiresAt: now + 1e9 };
  return { hostId, token, secret: new Secret('x'.repeat(52)), asked, mintedAt: now, madeFor: null };
}

const shown = () => toHandOver.value.map(({ token }) => token.name);

beforeAll(loadMinted);

beforeEach(() => {
  browser.reset();
  minted.value = [];
});

test('a token that was put away before the answer to its press came is not shown once more', async () => {
  const one = made('one');
  await stored.minted.set([one]);
  expect(shown()).toEqual(['one']);
  withdraw(one);
  go('create');
  present(one);
  expect(shown()).toEqual([]);
  expect(view.value).toBe('create');
});

test('a token that was put away is not shown once more by what storage tells late', async () => {
  const one = made('one');
  present(one);
  withdraw(one);
  await stored.minted.set([one]);
  expect(shown()).toEqual([]);
});

test('a token whose answer came first stays shown until storage tells of it, and goes when it is forgotten', async () => {
  const [one, two] = [made('one'), made('two')];
  present(two);
  await stored.minted.set([one]);
  expect(shown()).toEqual(['one', 'two']);
  await stored.minted.set([one, two]);
  await stored.minted.set([]);
  expect(shown()).toEqual([]);
});

test('a token of the same id at another host stays shown when one is put away', async () => {
  const one = made('one');
  const other = { ...one, hostId: HostId.parse('services:contoso'), secret: new Secret('y'.repeat(52)) };
  await stored.minted.set([one, other]);
  withdraw(one);
  expect(toHandOver.value).toEqual([other]);
});

test('a token whose time is over is not shown, also where nobody has forgotten it yet, nor one of a clock that was set back', async () => {
  const now = Date.now();
  const of = (mintedAt: number) => ({ ...made(String(mintedAt - now)), mintedAt });
  const minute = 60_000;
  await stored.minted.set([now - KEEP_SECRET, now - KEEP_SECRET + minute, now + minute].map(of));
  expect(shown()).toEqual([String(minute - KEEP_SECRET)]);
});

test('the palette opens, and not over a new token, which it would hide before it was copied', async () => {
  let drawn = 0;
  const createElement = () => {
    drawn += 1;
    throw new Error('Nothing is drawn here.');
  };
  vi.stubGlobal('document', { createElement });
  await stored.minted.set([made('one')]);
  openPalette([]);
  expect(drawn).toBe(0);
  await stored.minted.set([]);
  expect(() => openPalette([])).toThrow('Nothing is drawn here.');
  vi.unstubAllGlobals();
});
