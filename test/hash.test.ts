import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ACTIVE, FULL, row } from '../gallery/fixtures/tokens';
import { asked, placeToAsk } from '../src/ui/stores/asked';
import { template } from '../src/ui/stores/new-token';
import { go, view } from '../src/ui/stores/screen';
import { linkTo } from '../src/ui/token-link';

// What a tab takes along from one address to the next.

const tab = new EventTarget();
vi.stubGlobal('window', tab);
vi.stubGlobal('location', { hash: '' });
const { followHash, hash } = await import('../src/page/hash');
followHash();

function goTo(address: string): void {
  location.hash = address;
  tab.dispatchEvent(new Event('hashchange'));
}

beforeEach(() => {
  asked.value = null;
  go('home');
  goTo('#settings');
});

describe('a question about a token', () => {
  test.each(['#overview', '#clean-up', '#doctor', linkTo(row(FULL))])('is over at %s', (address) => {
    asked.value = { action: 'revoke', row: row(ACTIVE) };
    goTo(address);
    expect(hash.value).toBe(address.slice(1));
    expect(asked.value).toBeNull();
  });

  test('that leads to its token stands over that', () => {
    asked.value = { action: 'revoke', row: row(ACTIVE) };
    goTo(linkTo(row(ACTIVE)));
    expect(asked.value).not.toBeNull();
  });

  test('has its place on the page of its press alone', () => {
    const isFree = placeToAsk();
    expect(isFree()).toBe(true);
    goTo('#overview');
    expect([isFree(), placeToAsk()()]).toEqual([false, true]);
    goTo('#settings');
    expect(isFree()).toBe(false);
  });
});

describe('New token', () => {
  beforeEach(() => {
    go('create');
    template.value = { key: 'one', draft: { name: 'another one', scopes: ['vso.code'], lifetime: { days: 30 } } };
  });

  test.each(['#overview', linkTo(row(FULL))])('is left for %s, with what it began with', (address) => {
    goTo(address);
    expect([view.value, template.value]).toEqual(['home', null]);
  });

  test('that leads to its own address begins with what it was given', () => {
    goTo('#new-token');
    expect([view.value, template.value]).toMatchObject(['create', { draft: { name: 'another one' } }]);
  });
});
