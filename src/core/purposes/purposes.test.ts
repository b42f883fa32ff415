import { describe, expect, test } from 'vitest';
import type { Product } from '../scopes/product';
import { foldScopes, scopesKnownBy } from '../scopes/reach';
import { PRESETS } from './built-in';
import { canMove, isPurposeNameTaken, moved, withoutPurpose, withPinned, withPurpose } from './changes';
import { Purpose } from './purpose';
import { allPurposes, FIRST_PURPOSES, MAX_PINNED, Purposes, pinnedPurposes, servesOn } from './purposes';

const mine = (id: string, name = id): Purpose => ({ id, name, scopes: ['vso.wiki'], days: 7 });
const ids = (purposes: readonly { id: string }[]) => purposes.map(({ id }) => id);
const builtIn = ids(PRESETS);
const FIRST = ['clone', 'push', 'packages', 'agent'];

describe('what may be a purpose', () => {
  test.each([
    [{}, true],
    [{ name: 'x'.repeat(60) }, true],
    [{ name: 'x'.repeat(61) }, false],
    [{ name: ' ' }, false],
    [{ id: '' }, false],
    [{ scopes: [] }, false],
    [{ scopes: ['vso.tomorrow', 'app_token'] }, true],
    [{ scopes: ['vso.code vso.work'] }, false],
    [{ days: 0 }, false],
    [{ days: 365 }, true],
    [{ days: 366 }, false],
    [{ days: 1.5 }, false],
    [{ note: 'for the laptop' }, true],
    [{ note: 'x'.repeat(201) }, false],
  ])('%j: %s', (others, accepted) => {
    expect(Purpose.safeParse({ ...mine('a'), ...others }).success).toBe(accepted);
  });

  test('its name is kept without the space around it', () => {
    expect(Purpose.parse(mine('a', ' Wiki bot ')).name).toBe('Wiki bot');
  });
});

describe('the purposes that come with Patina', () => {
  test.each(PRESETS)('$id fits the schema, and asks for no scope twice', (purpose) => {
    expect(Purpose.safeParse({ ...purpose, name: 'x' }).success).toBe(true);
    expect(foldScopes(purpose.scopes)).toEqual(purpose.scopes);
    expect(purpose.scopes.filter((scope) => !scopesKnownBy('services').has(scope))).toEqual([]);
  });

  test('differ in their ids, and begin with the pinned ones', () => {
    expect(new Set(builtIn).size).toBe(builtIn.length);
    expect(ids(allPurposes(FIRST_PURPOSES))).toEqual(builtIn);
    expect(ids(pinnedPurposes(FIRST_PURPOSES))).toEqual(FIRST);
  });
});

describe("the user's own", () => {
  test('are added at the end, and replaced in their place', () => {
    const two = withPurpose(withPurpose(FIRST_PURPOSES, mine('a')), mine('b'));
    expect(ids(allPurposes(two))).toEqual([...builtIn, 'a', 'b']);
    expect(withPurpose(two, mine('a', 'Other')).own.map(({ name }) => name)).toEqual(['Other', 'b']);
  });

  test('never take the place of one that comes with Patina', () => {
    expect(withPurpose(FIRST_PURPOSES, mine('clone'))).toBe(FIRST_PURPOSES);
    const forged = { ...FIRST_PURPOSES, own: [{ ...mine('clone'), scopes: ['app_token'] }] };
    expect(allPurposes(forged).filter(({ id }) => id === 'clone')).toEqual([PRESETS[0]]);
  });

  test('are forgotten wherever they were named; one that comes with Patina stays', () => {
    const kept = withPinned(withPinned(withPurpose(FIRST_PURPOSES, mine('a')), 'a', true), 'a', false);
    expect(kept.order).toEqual(['a']);
    const without = withoutPurpose(withPinned(kept, 'a', true), 'a');
    expect(JSON.stringify(without)).not.toContain('"a"');
    expect(without.pinned).toEqual(FIRST);
    expect(withoutPurpose(FIRST_PURPOSES, 'clone')).toEqual(FIRST_PURPOSES);
  });

  test.each([
    ['THE CLONE ', 'b', true],
    ['wiki bot', 'b', true],
    ['Wiki bot', 'a', false],
    ['Another', 'b', false],
  ])('the name %j for %s is taken: %s', (name, id, taken) => {
    expect(isPurposeNameTaken([mine('clone', 'The clone'), mine('a', 'Wiki bot')], { id, name })).toBe(taken);
  });
});

describe('pins', () => {
  test('are set behind the others, and taken away to the top of the rest', () => {
    expect(ids(pinnedPurposes(withPinned(FIRST_PURPOSES, 'wiki', true)))).toEqual([...FIRST, 'wiki']);
    const without = withPinned(FIRST_PURPOSES, 'push', false);
    expect(ids(allPurposes(without)).slice(0, 5)).toEqual(['clone', 'packages', 'agent', 'push', 'deployment-group']);
    expect(ids(pinnedPurposes(withPinned(FIRST_PURPOSES, 'nothing', true)))).toEqual(FIRST);
    expect(withPinned(FIRST_PURPOSES, 'clone', true).pinned.filter((id) => id === 'clone')).toHaveLength(1);
  });

  test('are nine at most; one that is gone takes no room', () => {
    const nine = builtIn.reduce((each, id) => withPinned(each, id, true), { ...FIRST_PURPOSES, pinned: ['gone'] });
    expect(ids(pinnedPurposes(nine))).toEqual(builtIn.slice(0, MAX_PINNED));
    expect(withPinned(nine, 'publish-extensions', true)).toBe(nine);
    expect(pinnedPurposes({ ...FIRST_PURPOSES, pinned: builtIn })).toHaveLength(MAX_PINNED);
  });

  test('of what an administrator withholds stay in their places, and take no room of those that are seen', () => {
    const under: Purposes = { ...FIRST_PURPOSES, withheld: ['clone', 'agent'] };
    expect(withPinned(under, 'wiki', true).pinned).toEqual([...FIRST, 'wiki']);
    expect(withPinned(under, 'push', false).pinned).toEqual(['clone', 'packages', 'agent']);
    const swapped = ['clone', 'packages', 'push', 'agent'];
    expect([moved(under, 'push', 1).pinned, moved(under, 'packages', -1).pinned]).toEqual([swapped, swapped]);
    const full = builtIn.reduce((each, id) => withPinned(each, id, true), under);
    expect(ids(pinnedPurposes(full))).toHaveLength(MAX_PINNED);
    expect(full.pinned).toHaveLength(MAX_PINNED + 2);
  });

  test('may be none at all', () => {
    const none = FIRST.reduce((each, id) => withPinned(each, id, false), FIRST_PURPOSES);
    expect(pinnedPurposes(Purposes.parse(JSON.parse(JSON.stringify(none))))).toEqual([]);
  });
});

describe('a purpose is moved among its like', () => {
  test.each([
    ['push', -1, ['push', 'clone', 'packages', 'agent']],
    ['push', 1, ['clone', 'packages', 'push', 'agent']],
    ['clone', -1, FIRST],
    ['agent', 1, FIRST],
    ['nothing', 1, FIRST],
  ])('%s by %i: Quick mint shows %j', (id, by, shown) => {
    expect(ids(pinnedPurposes(moved(FIRST_PURPOSES, id, by)))).toEqual(shown);
    expect(canMove(FIRST_PURPOSES, id, by)).toBe(shown !== FIRST);
  });

  test('one that is not pinned passes those that are not', () => {
    const changed = moved(moved(withPurpose(FIRST_PURPOSES, mine('a')), 'a', -1), 'wiki', 1);
    expect(ids(allPurposes(changed)).slice(-5)).toEqual([
      'git-credential-manager',
      'test-results',
      'wiki',
      'a',
      'publish-extensions',
    ]);
    expect(ids(pinnedPurposes(changed))).toEqual(FIRST);
  });

  test('and later ones follow what was ordered before', () => {
    const ordered = { ...FIRST_PURPOSES, order: ['gone', 'wiki', 'wiki', 'push'] };
    const shown = ids(allPurposes(withPurpose(ordered, mine('a'))));
    expect(shown.slice(0, 6)).toEqual([...FIRST, 'wiki', 'deployment-group']);
    expect(shown.at(-1)).toBe('a');
    expect(shown).toHaveLength(builtIn.length + 1);
  });
});

describe('what was stored', () => {
  test('is read as it was written', () => {
    const changed = moved(withPinned(withPurpose(FIRST_PURPOSES, mine('a')), 'a', true), 'a', -2);
    expect(Purposes.parse(JSON.parse(JSON.stringify(changed)))).toEqual(changed);
  });

  test.each([
    [{}, FIRST_PURPOSES],
    [{ own: 'x', pinned: { 0: 'clone' }, order: null }, FIRST_PURPOSES],
    [
      { own: [7, mine('a'), { ...mine('b'), days: -1 }], pinned: [null, 'a'], order: ['wiki', {}] },
      { own: [mine('a')], pinned: ['a'], order: ['wiki'] },
    ],
  ])('and damaged (%j) keeps what is sound', (damaged, read) => {
    expect(Purposes.parse(damaged)).toEqual(read);
  });
});

test.each([
  ['services', ['vso.advsec'], true],
  ['tfs2018', ['vso.advsec'], false],
  ['tfs2018', ['vso.code', 'vso.advsec'], false],
  ['tfs2018', ['vso.tomorrow', 'vso.code'], true],
  ['tfs2017', ['app_token'], true],
] as const)('on %s a purpose with %j is of use: %s', (product: Product, scopes, useful) => {
  expect(servesOn(product)({ ...mine('a'), scopes: [...scopes] })).toBe(useful);
});
