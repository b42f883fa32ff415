import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { contract, type Name, type Sent } from '../src/contract/contract';
import { Reply } from '../src/contract/envelope';
import { FIRST_PURPOSES } from '../src/core/purposes/purposes';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { anySign, webAddress } from './any-text';
import browser from './fakes/browser';
import { isThorough } from './thorough';

// Whatever pages, other extensions, frames and Patina's own pages send to the worker: nobody else gets an answer, what is
// no deed of the contract changes nothing, and every answer is a reply.

const RUNS = isThorough ? 10_000 : 300;
vi.setConfig({ testTimeout: 600_000 });

const hostId = 'services:fabrikam' as never;
const id = '11111111-1111-4111-8111-111111111111';
const tokenId = '22222222-2222-4222-8222-222222222222' as never;
const by = { hostId, identityId: id };
const placed = { hostId, tokenId };
const lifetime = { days: 30 };
// Put together here, as a literal token would be found by scanners.
const secret = 'k7'.repeat(26);

/** One good message for each deed. */
const GOOD: { [N in Name]: Sent<N> } = {
  'hosts.discover': {},
  'hosts.add': { address: 'fabrikam' },
  'hosts.pend': { address: 'fabrikam' },
  'hosts.choose': { hostId },
  'hosts.remove': { hostId },
  'purposes.save': { purposes: FIRST_PURPOSES },
  'settings.save': { settings: DEFAULT_SETTINGS },
  'guard.save': { guard: { on: true, sites: [] } as never },
  'tokens.refresh': { hostId },
  'tokens.mint': { ...by, purpose: 'clone' },
  'draft.keep': { unsent: null },
  'tokens.create': { ...by, draft: { name: 'laptop', scopes: ['vso.code'], lifetime } },
  'tokens.update': { ...by, tokenId, change: { name: 'renamed' } },
  'tokens.revoke': { ...by, tokenId },
  'tokens.undo-revoke': placed,
  'revokes.told': { revokes: [placed] },
  'handOver.remember': { hostId, handOver: { recipe: 'npm', fields: { feed: 'tools' } } },
  'rotations.start': { ...by, tokenId, keep: 'until-confirmed', lifetime, on: [by] },
  'rotations.make': { ...by, rotationId: 'r' },
  'rotations.leave-out': { rotationId: 'r', hostId },
  'rotations.end': { ...by, rotationId: 'r', by: 'confirmed' },
  'rotations.handed': placed,
  'rotations.dismiss': { rotationId: 'r' },
  'reminders.answer': { ...placed, answer: 'stop' },
  'clean-up.answer': { tokens: [{ tokenId, name: 'ci', at: [by] }], answer: 'keep' },
  'strangers.own': { ...placed, always: true },
  'revoked-elsewhere.told': placed,
  'revoke-all.start': { hosts: [by], tokens: [placed], kept: [], typed: 'fabrikam' },
  'revoke-all.continue': {},
  'revoke-all.again': {},
  'revoke-all.stop': {},
  'revoke-all.resume': {},
  'revoke-all.retry': {},
  'revoke-all.close': {},
  'diagnostics.read': {},
  'tokens.test': { ...placed, atRoot: false },
  'doctor.recognize': { secret },
  'doctor.ask': { hostId, secret },
  'doctor.look': { hostId, secret, area: 'code', user: id },
  'clipboard.note': { digest: 'd', of: 'd' },
  'clipboard.clear': {},
  'clipboard.dismiss': {},
  'secret.forget': placed,
  'asides.told': {},
  'asides.erase': {},
  'history.erase': {},
  'everything.erase': { anyway: false },
};

const names = Object.keys(contract) as Name[];
const good = fc.constantFrom(...names).map((name) => ({ name: name as string, input: GOOD[name] as unknown }));

/** What is never asked for: no value of the contract takes it. */
const poison = fc.oneof(
  fc.constantFrom<unknown>({ toString: 'x' }, [[]], -0.5, [null]),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')),
);
const rubbish = fc.oneof(poison, fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: anySign, maxLength: 40 }));

/** A good message with something else in one place, or with something more. */
const spoiled = fc
  .tuple(good, fc.nat(), rubbish, fc.string({ maxLength: 8 }))
  .map(([{ name, input }, place, instead, key]) => {
    const keys = Object.keys(input as object);
    const at = place % (keys.length + 1);
    return { name, input: { ...(input as object), [keys[at] ?? `more ${key}`]: instead } };
  });

const message = fc.oneof(
  good,
  spoiled,
  fc.record({ name: fc.constantFrom('constructor', '__proto__', 'toString', '', 'hosts', ...names), input: rubbish }),
  fc.record({ name: rubbish, input: rubbish, url: webAddress }),
  rubbish,
  fc.constantFrom<unknown>('open-doctor', 'clear-clipboard', undefined, null),
);

const own = { id: 'patina', origin: 'chrome-extension://patina', frameId: 0 };
const OWN = 'chrome-extension://patina';
/** Each of them is wrong in at least one thing. */
const stranger = fc
  .record({
    id: fc.constantFrom<string | undefined>('patina', 'Patina', 'other', '', undefined),
    origin: fc.constantFrom<string | undefined>(
      OWN,
      `${OWN}.evil`,
      `${OWN}/`,
      'null',
      'https://dev.azure.com',
      'moz-extension://patina',
      undefined,
    ),
    frameId: fc.constantFrom<number | undefined>(0, 1, -1, 99, undefined),
    url: fc.constantFrom(`${OWN}/src/popup/index.html`, 'https://dev.azure.com/fabrikam'),
    nativeApplication: fc.constantFrom<string | undefined>('another', undefined),
  })
  .filter(({ id, origin, frameId }) => id !== 'patina' || origin !== OWN || (frameId !== undefined && frameId !== 0));

const asked: string[] = [];
const crashes: unknown[] = [];
const note = (reason: unknown) => void crashes.push(reason);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(() => {
  process.off('unhandledRejection', note);
  expect(crashes).toEqual([]);
});

beforeAll(async () => {
  browser.reset();
  vi.stubGlobal('navigator', { userAgent: 'a browser' });
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    throw new TypeError('Failed to fetch');
  });
  const known = {
    id: hostId,
    kind: 'services',
    name: 'fabrikam',
    domain: 'dev.azure.com',
    identity: { id, name: 'Normal Paulk' },
  };
  await browser.storage.local.set({ hosts: [known] });
  // Now, not with this file: a worker starts when it is imported, and what it does first is done with what is there then.
  await import('../src/background/index');
  await browser.runtime.onMessage.fire({ name: 'revoke-all.continue', input: {} }, own)[0];
  await vi.waitFor(() => expect(browser.storage.local.dump()).toContain('"front"'));
});

/** All that a message could have done. */
const effects = async () => ({
  stored: [browser.storage.local.dump(), browser.storage.session.dump(), browser.storage.sync.dump()],
  alarms: (await browser.alarms.getAll()).map(({ name }) => name),
  tabs: browser.tabs.opened.length,
  told: browser.notifications.log.length,
  scripts: [...browser.scripting.registered.keys()],
  leave: browser.permissions.asked.length,
  asked: asked.length,
});

const send = (given: unknown, sender: object) => browser.runtime.onMessage.fire(given, sender)[0];
const isDeed = (given: unknown) => {
  const { name, input, ...more } = Object(given);
  return (
    names.includes(name) && contract[name as Name].input.safeParse(input).success && Object.keys(more).length === 0
  );
};

test('nobody but Patina’s own pages is answered, and nothing is done for them', async () => {
  const before = await effects();
  await fc.assert(
    fc.asyncProperty(message, stranger, async (given, sender) => {
      expect(send(given, sender)).toBeUndefined();
    }),
    { numRuns: RUNS },
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await effects()).toEqual(before);
});

test('what is no deed is refused, and changes nothing', async () => {
  const before = await effects();
  const refused = { ok: false, failure: { kind: 'invalid', field: 'message' } };
  const malformed = fc.oneof(spoiled, message).filter((given) => !isDeed(given));
  await fc.assert(
    fc.asyncProperty(malformed, async (given) => {
      const reply = await send(given, own);
      if (reply !== undefined) expect(reply).toMatchObject(refused);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    }),
    { numRuns: RUNS },
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  const after = await effects();
  // Refusals are noted for the diagnostics, by the names of deeds alone.
  expect({ ...after, stored: [] }).toEqual({ ...before, stored: [] });
  expect(after.stored[0]).toBe(before.stored[0]);
});

test('every answer is a reply, whatever deed is asked for in whatever state', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(spoiled, message), async (given) => {
      const reply = await send(given, own);
      if (reply === undefined) return;
      const read = Reply.parse(JSON.parse(JSON.stringify(reply)));
      expect(read.ok || read.failure.kind !== 'unexpected', JSON.stringify([given, reply])).toBe(true);
    }),
    { numRuns: RUNS },
  );
});
