import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HostId } from '../host';
import { FIRST_PURPOSES } from '../purposes/purposes';
import { DEFAULT_SETTINGS } from '../settings';
import { type Entries, Entry } from './entry';
import { type Choices, factsOf, type Kept, NO_CHOICE } from './facts';
import { fitting } from './quota';
import type { Roaming } from './state';
import { step } from './step';

const FABRIKAM = HostId.parse('services:fabrikam');
const KEPT = { decided: [], reserved: ['Clone and fetch'], hosts: [FABRIKAM] };
const START: Choices = { settings: DEFAULT_SETTINGS, purposes: FIRST_PURPOSES };

type Device = { choices: Choices; roaming: Roaming };
const device = (by: string): Device => ({ choices: START, roaming: { by, entries: {}, before: NO_CHOICE } });

/** A browser's sync, which keeps what it is given, item by item. */
type Sync = { entries: Entries };

function meet(one: Device, sync: Sync, now: number, kept: Kept = KEPT): Device {
  const { choices, roaming, owed, dropped } = step({ ...one, synced: sync.entries }, kept, now);
  const left = Object.entries(sync.entries).filter(([name]) => !dropped.includes(name));
  sync.entries = { ...Object.fromEntries(left), ...owed };
  return { choices, roaming };
}

const bot = { id: 'bot', name: 'Wiki bot', scopes: ['vso.wiki'], days: 7 };
const withSettings = ({ choices, roaming }: Device, change: object): Device => ({
  roaming,
  choices: { ...choices, settings: { ...choices.settings, ...change } },
});
const withOwn = ({ choices, roaming }: Device, own: (typeof bot)[]): Device => ({
  roaming,
  choices: { ...choices, purposes: { ...choices.purposes, own } },
});

describe('two browsers of one user', () => {
  test('a new one takes what the other has chosen, and its own defaults are no choice', () => {
    const sync = { entries: {} };
    meet(withOwn(withSettings(device('a'), { checkEveryHours: 24 }), [bot]), sync, 10);
    const fresh = meet(device('b'), sync, 20);
    expect(fresh.choices.settings.checkEveryHours).toBe(24);
    expect(fresh.choices.purposes.own).toEqual([bot]);
    expect(Object.keys(sync.entries).sort()).toEqual(['checkEveryHours', 'purpose:bot']);
  });

  test('what both have changed is settled value by value: no choice goes with another one', () => {
    const sync = { entries: {} };
    let a = meet(withSettings(device('a'), { checkEveryHours: 24, singleKeys: false }), sync, 10);
    const b = meet(withSettings(device('b'), { checkEveryHours: 1, remindOfRenewed: true }), sync, 20);
    a = meet(a, sync, 30);
    expect(a.choices).toEqual(b.choices);
    expect(a.choices.settings).toMatchObject({ checkEveryHours: 1, singleKeys: false, remindOfRenewed: true });
  });

  test('a purpose that was deleted on one is gone on the other, and does not come back', () => {
    const sync = { entries: {} };
    let a = meet(withOwn(device('a'), [bot]), sync, 10);
    let b = meet(device('b'), sync, 20);
    b = meet(withOwn(b, []), sync, 30);
    a = meet(a, sync, 40);
    expect([a, b, meet(device('c'), sync, 50)].map(({ choices }) => choices.purposes.own)).toEqual([[], [], []]);
  });

  test('a purpose that its browser hands back with its keys in another order is no change', () => {
    const sync: Sync = { entries: {} };
    const { choices, roaming } = meet(withOwn(device('a'), [bot]), sync, 10);
    const turned = (value: unknown) =>
      value instanceof Object && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value;
    const before = Object.fromEntries(Object.entries(roaming.before).map(([name, value]) => [name, turned(value)]));
    expect(step({ choices, roaming: { ...roaming, before }, synced: sync.entries }, KEPT, 20).owed).toEqual({});
  });

  test('a clock that is behind loses nothing that was chosen after what it has seen', () => {
    const sync = { entries: {} };
    meet(withSettings(device('a'), { checkEveryHours: 24 }), sync, 1_000);
    let b = meet(device('b'), sync, 5);
    b = meet(withSettings(b, { checkEveryHours: 1 }), sync, 6);
    expect(meet(device('c'), sync, 7).choices.settings.checkEveryHours).toBe(1);
    expect(b.choices.settings.checkEveryHours).toBe(1);
  });

  test('what a browser cannot take stays as it was sent', () => {
    const tomorrow = { checkEveryHours: { value: 3, at: 5, by: 'z' }, colour: { value: 'red', at: 5, by: 'z' } };
    const imitation = { ...bot, id: 'y', name: 'clone AND fetch' };
    const sync: Sync = {
      entries: {
        ...tomorrow,
        'purpose:y': { value: imitation, at: 5, by: 'z' },
        'purpose:x': { value: { ...bot, scopes: [] }, at: 5, by: 'z' },
      },
    };
    const before = sync.entries;
    const a = meet(meet(device('a'), sync, 10), sync, 20);
    expect(a.choices).toEqual(START);
    expect(sync.entries).toEqual(before);
  });
});

test('names of organizations go only where the user wants that', () => {
  const onDemand = [FABRIKAM];
  const told = (roamNames: boolean) =>
    JSON.stringify(factsOf({ ...START, settings: { ...DEFAULT_SETTINGS, onDemand, roamNames } }, KEPT));
  expect(told(false)).not.toContain('fabrikam');
  expect(told(true)).toContain('fabrikam');
});

test('neither tokens, nor what is of this machine alone, ever goes', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    nameNote: 'my laptop',
    insecureMinting: [HostId.parse('server:http://tfs')],
    neverRevoke: [{ hostId: HostId.parse('services:fabrikam'), tokenId: 'x' as never }],
    roamNames: true,
  };
  expect(factsOf({ ...START, settings }, KEPT)).toEqual(NO_CHOICE);
});

test('what an administrator has decided is not sent, and not changed by what comes', () => {
  const kept = { decided: ['checkEveryHours' as const], reserved: [], hosts: [] };
  const a = withSettings(device('a'), { checkEveryHours: 1 });
  const synced = { checkEveryHours: { value: 24, at: 5, by: 'z' } };
  const next = step({ ...a, synced }, kept, 10);
  expect(next.choices.settings.checkEveryHours).toBe(1);
  expect(next.owed).toEqual({});
});

test('what an administrator decided is nobody’s choice when that goes, and what the user changes then is', () => {
  const decided = { ...KEPT, decided: ['checkEveryHours' as const] };
  const sync: Sync = { entries: { checkEveryHours: { value: 24, at: 5, by: 'z' } } };
  let a = meet(withSettings(device('a'), { checkEveryHours: 1 }), sync, 10, decided);
  a = meet(meet(a, sync, 20), sync, 30);
  expect(sync.entries.checkEveryHours).toMatchObject({ value: 24, by: 'z' });
  meet(withSettings(a, { checkEveryHours: 6 }), sync, 40);
  expect(sync.entries.checkEveryHours).toMatchObject({ value: 6, by: 'a' });
});

test('an instant that can be none is not read, and the last one of all stops nobody', () => {
  const isRead = (at: unknown) => Entry.safeParse({ value: 1, at, by: 'z' }).success;
  expect([1e300, 8.64e15 + 2, 1.5, '1', 8.64e15].map(isRead)).toEqual([false, false, false, false, true]);
  const sync: Sync = { entries: { silenced: { value: [], at: 8.64e15, by: 'z' } } };
  meet(withSettings(meet(device('a'), sync, 10), { checkEveryHours: 24 }), sync, 20);
  expect(Entry.safeParse(sync.entries.checkEveryHours).success).toBe(true);
  expect(meet(device('b'), sync, 30).choices.settings.checkEveryHours).toBe(24);
});

describe('names of organizations', () => {
  const naming = { roamNames: true, onDemand: [FABRIKAM] };
  const NAME = `onDemand:${FABRIKAM}`;

  test('are taken back when that is switched off, and not sent again by a browser that has it off', () => {
    const sync: Sync = { entries: {} };
    let a = meet(withSettings(device('a'), naming), sync, 10);
    let b = meet(device('b'), sync, 20);
    expect(Object.keys(sync.entries)).toEqual([NAME]);
    a = meet(withSettings(a, { roamNames: false }), sync, 30);
    b = meet(b, sync, 40);
    expect(sync.entries).toEqual({});
    expect(JSON.stringify([a.roaming, b.roaming])).not.toContain('fabrikam');
    expect(a.choices.settings.onDemand).toEqual([FABRIKAM]);
  });

  test('stay where another browser names them too: the two do not write against each other', () => {
    const sync: Sync = { entries: {} };
    let a = meet(withSettings(device('a'), naming), sync, 10);
    let b = meet(withSettings(device('b'), { roamNames: true }), sync, 20);
    expect(b.choices.settings.onDemand).toEqual([FABRIKAM]);
    a = meet(withSettings(a, { roamNames: false }), sync, 30);
    b = meet(b, sync, 40);
    const settled = sync.entries;
    meet(a, sync, 50);
    meet(b, sync, 60);
    expect(Object.keys(sync.entries)).toEqual([NAME]);
    expect(sync.entries).toEqual(settled);
  });

  test('that came before are taken when it is switched on, or the organization added, and no sooner', () => {
    const sync: Sync = { entries: {} };
    meet(withSettings(device('a'), naming), sync, 10);
    const off = meet(device('b'), sync, 20);
    expect(meet(withSettings(off, { roamNames: true }), sync, 30).choices.settings.onDemand).toEqual([FABRIKAM]);
    const unknown = meet(withSettings(device('c'), { roamNames: true }), sync, 40, { ...KEPT, hosts: [] });
    expect(JSON.stringify(unknown)).not.toContain('fabrikam');
    expect(meet(unknown, sync, 50).choices.settings.onDemand).toEqual([FABRIKAM]);
  });
});

describe('purposes that come from another browser', () => {
  const came = (value: unknown) => ({ value, at: 5, by: 'z' });

  test('never make two of one name, but take one that has become free', () => {
    const a = meet(withOwn(device('a'), [bot]), { entries: {} }, 1);
    const other = { ...bot, id: 'b2', name: 'wiki BOT' };
    expect(meet(a, { entries: { 'purpose:b2': came(other) } }, 10).choices.purposes.own).toEqual([bot]);
    const renamed = { ...bot, name: 'Two' };
    const sync: Sync = { entries: { 'purpose:b2': came(other), 'purpose:bot': came(renamed) } };
    expect(meet(a, sync, 10).choices.purposes.own).toEqual([renamed, other]);
  });

  test('are what they are called there, with a name that hides nothing, and no more than there can be', () => {
    const own = (value: object, here = device('a')) =>
      meet(here, { entries: { 'purpose:b2': came(value) } }, 10).choices.purposes.own;
    const other = { ...bot, id: 'b2', name: 'Other' };
    expect(own(other)).toEqual([other]);
    expect(own({ ...other, id: 'b3' })).toEqual([]);
    for (const name of ['Ot\u200bher', '\u041ether', '']) expect(own({ ...other, name }), name).toEqual([]);
    const many = Array.from({ length: 100 }, (_, index) => ({ ...bot, id: `n${index}`, name: `Number ${index}` }));
    expect(own(other, withOwn(device('a'), many))).toEqual(many);
    expect(own(other, withOwn(device('a'), many.slice(1)))).toHaveLength(100);
  });

  test('are pinned, but for one that may manage and that the user has not pinned here as it is', () => {
    const pinned = came(['clone', 'bot']);
    const pins = (scopes: string[]) =>
      meet(device('a'), { entries: { pinned, 'purpose:bot': came({ ...bot, scopes }) } }, 10).choices.purposes.pinned;
    expect(pins(['vso.wiki'])).toEqual(['clone', 'bot']);
    for (const scope of ['vso.code_manage', 'App_Token']) expect(pins([scope]), scope).toEqual(['clone']);
    const here = meet(withOwn(device('a'), [bot]), { entries: { pinned } }, 10);
    const sync: Sync = { entries: { 'purpose:bot': { ...came({ ...bot, scopes: ['app_token'] }), at: 99 } } };
    const after = meet(here, sync, 100);
    expect([here, after].map(({ choices }) => choices.purposes.pinned)).toEqual([['clone', 'bot'], ['clone']]);
    meet(after, sync, 110);
    expect(sync.entries.pinned?.value).not.toEqual(['clone']);
  });
});

test('what is too much is left out: what was taken away before what is there, and the oldest of it first', () => {
  const note = 'x'.repeat(200);
  const of = (count: number, make: (index: number) => unknown, prefix: string): Entries =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`${prefix}${index}`, { value: make(index), at: index, by: 'a' }]),
    );
  const kept = fitting({
    ...of(300, () => null, 'gone'),
    ...of(300, () => ({ note }), 'there'),
    big: { value: 'x'.repeat(9_000), at: 1, by: 'a' },
  });
  expect(Object.keys(kept)).toHaveLength(480);
  expect(Object.keys(kept).filter((name) => name.startsWith('there'))).toHaveLength(300);
  expect([kept.gone299, kept.gone0, kept.big].map((each) => each !== undefined)).toEqual([true, false, false]);
  expect(JSON.stringify(kept).length).toBeLessThan(102_400);
});

const change = fc.oneof(
  fc.record({ checkEveryHours: fc.constantFrom(1, 6, 24, null) }),
  fc.record({ singleKeys: fc.boolean() }),
  fc.record({ remindDays: fc.constantFrom([14, 7], [30], []) }),
);
const deed = fc.oneof(
  fc.record({ who: fc.nat(1), what: fc.constant('set' as const), change }),
  fc.record({
    who: fc.nat(1),
    what: fc.constant('own' as const),
    own: fc.subarray([bot, { ...bot, id: 'b2', name: 'Two' }]),
  }),
  fc.record({ who: fc.nat(1), what: fc.constant('meet' as const) }),
);

test('whatever two browsers do, in whatever order they meet and by whatever clocks, they come to the same', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), fc.array(fc.nat(50), { minLength: 40 }), (deeds, clocks) => {
      const sync = { entries: {} };
      const both: [Device, Device] = [device('a'), device('b')];
      const at = (turn: number) => clocks[turn % clocks.length] ?? 0;
      for (const [turn, each] of deeds.entries()) {
        const one = both[each.who === 0 ? 0 : 1];
        const changed =
          each.what === 'set'
            ? withSettings(one, each.change)
            : each.what === 'own'
              ? withOwn(one, each.own)
              : meet(one, sync, at(turn));
        both[each.who === 0 ? 0 : 1] = changed;
      }
      // Each looks until nothing is new to either.
      for (let round = 0; round < 2; round++)
        for (const who of [0, 1] as const) both[who] = meet(both[who], sync, at(round));
      const facts = both.map(({ choices }) => factsOf(choices, KEPT));
      expect(facts[0]).toEqual(facts[1]);
      const settled = sync.entries;
      expect(meet(both[0], sync, 99).choices).toEqual(both[0].choices);
      expect(sync.entries).toEqual(settled);
    }),
    { numRuns: 300 },
  );
});
