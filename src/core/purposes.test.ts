import { describe, expect, test } from 'vitest';
import { Purpose, PurposeSettings } from './purpose';
import { BUILT_IN_PURPOSES, DEFAULT_PINNED, isReservedId } from './purpose-catalogue';
import { moved, withoutPurpose, withPinned, withPurpose } from './purpose-changes';
import { allPurposes, DEFAULT_PURPOSE_SETTINGS, MAX_PINNED, pinnedPurposes } from './purposes';
import { foldScopes, scopesKnownBy } from './scope-reach';

const mine = (id: string, name = id): Purpose => ({ id, name, scopes: ['vso.wiki'], days: 7 });
const ids = (purposes: { id: string }[]) => purposes.map(({ id }) => id);
const settings = DEFAULT_PURPOSE_SETTINGS;
const builtIn = ids([...BUILT_IN_PURPOSES]);

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
  test.each(BUILT_IN_PURPOSES)('$name fits the schema, asks for no scope twice, and tells its gap', (purpose) => {
    expect(Purpose.safeParse(purpose).success).toBe(true);
    expect(foldScopes(purpose.scopes)).toEqual(purpose.scopes);
    expect(purpose.scopes.filter((scope) => !scopesKnownBy('services').has(scope))).toEqual([]);
    expect(purpose.gap).toMatch(/^[A-Z].*\.$/);
    expect(purpose.source).not.toBe('');
  });

  test('differ in id and name, and begin with the pinned ones', () => {
    expect(new Set(builtIn).size).toBe(builtIn.length);
    expect(new Set(BUILT_IN_PURPOSES.map(({ name }) => name)).size).toBe(builtIn.length);
    expect(builtIn.slice(0, 4)).toEqual([...DEFAULT_PINNED]);
    expect(ids(pinnedPurposes(settings))).toEqual([...DEFAULT_PINNED]);
  });
});

describe("the user's own", () => {
  test('are added at the end, and replaced in their place', () => {
    const two = withPurpose(withPurpose(settings, mine('a')), mine('b'));
    expect(ids(allPurposes(two))).toEqual([...builtIn, 'a', 'b']);
    expect(withPurpose(two, mine('a', 'Other')).own.map(({ name }) => name)).toEqual(['Other', 'b']);
  });

  test('never take the place of a built-in one', () => {
    expect(withPurpose(settings, mine('clone'))).toBe(settings);
    const forged = { ...settings, own: [{ ...mine('clone'), scopes: ['app_token'] }] };
    expect(allPurposes(forged).filter(({ id }) => id === 'clone')).toEqual([BUILT_IN_PURPOSES[0]]);
    expect(isReservedId('custom')).toBe(true);
  });

  test('are forgotten wherever they were named; a built-in one stays', () => {
    const kept = moved(withPinned(withPurpose(settings, mine('a')), 'a', true), 'a', -99);
    const without = withoutPurpose(kept, 'a');
    expect(JSON.stringify(without)).not.toContain('"a"');
    expect(without.pinned).toEqual(settings.pinned);
    expect(withoutPurpose(settings, 'clone')).toBe(settings);
  });
});

describe('pins', () => {
  test('are set and taken away; what is not there is not pinned', () => {
    expect(ids(pinnedPurposes(withPinned(settings, 'wiki', true)))).toEqual([...DEFAULT_PINNED, 'wiki']);
    expect(ids(pinnedPurposes(withPinned(settings, 'push', false)))).toEqual(['clone', 'packages', 'agent']);
    expect(withPinned(settings, 'nothing', true)).toBe(settings);
    expect(withPinned(settings, 'clone', true).pinned.filter((id) => id === 'clone')).toHaveLength(1);
  });

  test('are nine at most; one that is gone takes no room', () => {
    const nine = builtIn.reduce((each, id) => withPinned(each, id, true), { ...settings, pinned: ['gone'] });
    expect(ids(pinnedPurposes(nine))).toEqual(builtIn.slice(0, MAX_PINNED));
    expect(withPinned(nine, 'publish-extensions', true)).toBe(nine);
    expect(pinnedPurposes({ ...settings, pinned: builtIn })).toHaveLength(MAX_PINNED);
  });
});

describe('a purpose is moved', () => {
  test.each([
    ['push', -1, ['push', 'clone', 'packages', 'agent']],
    ['push', 1, ['clone', 'packages', 'push', 'agent']],
    ['clone', -1, ['clone', 'push', 'packages', 'agent']],
    ['clone', 99, ['push', 'packages', 'agent', 'clone']],
    ['nothing', 1, ['clone', 'push', 'packages', 'agent']],
  ])('%s by %i: Quick mint shows %j', (id, by, shown) => {
    expect(ids(pinnedPurposes(moved(settings, id, by)))).toEqual(shown);
  });

  test('and later ones follow what was ordered before', () => {
    const ordered = { ...settings, order: ['gone', 'wiki', 'wiki', 'push'] };
    const shown = ids(allPurposes(withPurpose(ordered, mine('a'))));
    expect(shown.slice(0, 3)).toEqual(['wiki', 'push', 'clone']);
    expect(shown.at(-1)).toBe('a');
    expect(shown).toHaveLength(builtIn.length + 1);
  });
});

test('settings stay what their schema reads', () => {
  const changed = moved(withPinned(withPurpose(settings, mine('a')), 'a', true), 'a', -2);
  expect(PurposeSettings.parse(JSON.parse(JSON.stringify(changed)))).toEqual(changed);
});
