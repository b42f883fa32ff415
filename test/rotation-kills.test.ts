import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { seedToken } from '../dev-server/seed';
import { organizations, users } from '../dev-server/tenant';
import type { SessionToken } from '../dev-server/tokens';
import type { Part, Rotation } from '../src/core/rotation/state';
import { isReady } from '../src/core/rotation/step';
import { TokenId } from '../src/core/token';
import { type Left, type MortalWorker, NOTHING_LEFT, startWorker } from './fakes/mortal-worker';
import { type NearbyService, nearbyService } from './fakes/nearby-service';
import { isThorough } from './thorough';

/**
 * A worker is ended at every single step of a rotation, and at pairs of steps, while somebody at the popup does what
 * the screen asks for. In the end the screen and the server agree, nothing was made in secret, and a token works.
 */
const START = Date.UTC(2026, 10, 25, 9);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const tenant = { users: Object.values(users), organizations: [organizations.fabrikam, organizations.contoso] };

const token = seedToken('ci', {
  scope: 'vso.build_execute vso.code',
  validFrom: '2026-09-01T00:00:00Z',
  validTo: '2027-06-01T00:00:00Z',
});
const OLD = TokenId.parse(token.authorizationId);
const place = (name: string) => ({ hostId: `services:${name}` as Part['hostId'], identityId: users.normal.id });
const HERE = place('fabrikam');

type Plan = { keep: Rotation['keep']; on: string[]; end: 'confirmed' | 'cancelled' };
const plans: [string, Plan][] = [
  ['one token, confirmed', { keep: 'until-confirmed', on: ['fabrikam'], end: 'confirmed' }],
  ['one token, cancelled', { keep: 'until-confirmed', on: ['fabrikam'], end: 'cancelled' }],
  ['one token, kept for a day', { keep: 'for-a-day', on: ['fabrikam'], end: 'confirmed' }],
  ['one for each of two organizations', { keep: 'until-confirmed', on: ['fabrikam', 'contoso'], end: 'confirmed' }],
];

/** What the person at the popup has done and seen, which no kill takes away. */
type Person = { presses: number; taken: string[]; confirmed: boolean };
/** A moment at which the worker can end: all that there is without it. */
type Moment = { left: Left; ledger: SessionToken[]; person: Person; now: number };

type World = { plan: Plan; service: NearbyService; person: Person; worker: MortalWorker };

function isWorking(service: NearbyService, id: string): boolean {
  const found = service.ledger.find(id)?.token;
  return found?.isValid === true && Date.parse(`${found.validTo.replace(/Z$/, '')}Z`) > Date.now();
}

const idsOn = (service: NearbyService) =>
  service.ledger.ofUser(users.normal.id).map(({ token: { authorizationId } }) => authorizationId);

/** What is wrong with a revoke at the moment when it is sent: is another token left, and has the person got it? */
function wrongWith(service: NearbyService, person: Person, { on }: Plan, address: string): string[] {
  const left = idsOn(service).filter((id) => !address.includes(id) && isWorking(service, id));
  if (left.length === 0) return ['no token is left'];
  if (!address.includes(OLD)) return left.includes(OLD) ? [] : ['a new token goes without the old one'];
  const wanted = person.confirmed || left.every((id) => person.taken.includes(id));
  return [
    ...(left.length < on.length ? ['not all new tokens are there'] : []),
    ...(wanted ? [] : ['nobody wanted that']),
  ];
}

async function takeSecrets({ worker, person }: World): Promise<boolean> {
  const kept = await worker.stored.minted.get();
  for (const { hostId, token: made, secret } of kept) {
    expect(secret.reveal().length).toBe(84);
    person.taken.push(made.id);
    await worker.call('secret.forget', { hostId, tokenId: made.id });
  }
  return kept.length > 0;
}

/** Time goes by, the alarm rings, and the popup is opened. */
async function wait({ worker }: World, time: number): Promise<void> {
  vi.setSystemTime(Date.now() + time);
  worker.wake('run-rotations');
  await worker.call('tokens.refresh', { hostId: HERE.hostId });
}

const LACKING = ['lost', 'failed', 'gone', 'planned'];

/** Presses what an unfinished rotation asks for. */
async function press(world: World, { id: rotationId, parts, stage, ...rotation }: Rotation): Promise<void> {
  const { worker, person, plan } = world;
  const lacking = parts.find(({ progress }) => LACKING.includes(progress.state));
  const whole = { id: rotationId, parts, stage, ...rotation };
  if (stage.state === 'over') await worker.call('rotations.dismiss', { rotationId });
  else if (stage.state !== 'open' || parts.some(({ progress }) => progress.state === 'creating'))
    await wait(world, 3 * MINUTE);
  else if (lacking?.progress.state === 'lost' && parts.length === 1)
    await worker.call('rotations.end', { ...HERE, rotationId, by: 'cancelled' });
  else if (lacking) {
    person.presses += 1;
    await worker.call('rotations.make', { hostId: lacking.hostId, identityId: lacking.identityId, rotationId });
  } else if (isReady(whole) && plan.keep !== 'until-confirmed') await wait(world, DAY);
  else {
    person.confirmed ||= plan.end === 'confirmed';
    await worker.call('rotations.end', { ...HERE, rotationId, by: plan.end });
  }
}

/** Does what the screen asks for, one thing after the other, until it asks for nothing more. */
async function rotate(world: World): Promise<void> {
  const { worker, person, plan } = world;
  await worker.call('tokens.refresh', { hostId: HERE.hostId });
  for (let round = 0; round < 40; round++) {
    if (await takeSecrets(world)) continue;
    const [rotation] = await worker.stored.rotations.get();
    if (rotation) await press(world, rotation);
    else if (person.presses > 0) return;
    else {
      person.presses += 1;
      await worker.call('rotations.start', {
        ...HERE,
        tokenId: OLD,
        keep: plan.keep,
        lifetime: { days: 30 },
        on: plan.on.map(place),
      });
    }
  }
  expect.fail('the rotation came to no end');
}

/** The last look: what the screen shows, and what there is. */
async function agree({ worker, service, person }: World): Promise<void> {
  vi.setSystemTime(Date.now() + 10 * MINUTE);
  for (const name of ['fabrikam', 'contoso']) await worker.call('tokens.refresh', { hostId: place(name).hostId });
  const shown = (await worker.stored.reading(HERE.hostId).get()).snapshot?.tokens ?? [];
  const strays: string[] = (await worker.stored.intents.get()).flatMap(({ strayIds }) => strayIds);
  const working = idsOn(service).filter((id) => isWorking(service, id));
  expect(working, 'tokens that work').not.toEqual([]);
  expect(await worker.stored.rotations.get(), 'rotations that are not finished').toEqual([]);
  expect(shown.find(({ id }) => id === OLD)?.revoked).toBe(!isWorking(service, OLD));
  const inSecret = working.filter((id) => id !== OLD && !person.taken.includes(id) && !strays.includes(id));
  expect(inSecret, 'tokens made in secret').toEqual([]);
  expect(
    strays.filter((id) => person.taken.includes(id)),
    'taken, and told as lost',
  ).toEqual([]);
  const told = (await worker.stored.history.get()).filter(({ deed }) => deed === 'rotated');
  expect(told.length, 'ends that are told').toBeLessThanOrEqual(1);
  if (!isWorking(service, OLD)) expect(told, 'the end is told').toMatchObject([{ tokenId: OLD, outcome: 'done' }]);
  expect(idsOn(service).length - 1, 'creates').toBeLessThanOrEqual(person.presses);
  expect(service.alarms).toEqual([]);
}

/** What differs by chance only is the same moment: ids, names and secrets by the order in which they appear. */
function likenessOf(moment: Moment): string {
  const names = new Map<string, number>();
  const order = (found: string) => `#${names.get(found) ?? names.set(found, names.size).size - 1}`;
  return JSON.stringify(moment).replace(/[0-9a-f]{8}-[0-9a-f-]{27}|ci 2026-\d\d-\d\d \w{5}|\w{84}/g, order);
}

/** A worker starts at a moment and lives to the end. `note` hears of each moment at which it could have ended. */
async function live(plan: Plan, { left, ledger, person: earlier, now }: Moment, note?: (moment: Moment) => void) {
  vi.setSystemTime(now);
  const service = nearbyService({ ...tenant, tokens: ledger.map((each) => ({ token: each })) });
  const person = structuredClone(earlier);
  const wrong: string[] = [];
  const fetch = (address: string, init: RequestInit) => {
    if (init.method === 'DELETE') wrong.push(...wrongWith(service, person, plan, address));
    return service.fetch(address, init);
  };
  const worker = await startWorker(left, fetch, (leaves) => {
    if (note === undefined) return;
    const rows = service.ledger.ofUser(users.normal.id).map((entry) => ({ ...entry.token }));
    note({ left: leaves(), ledger: rows, person: structuredClone(person), now: Date.now() });
  });
  const world = { plan, service, person, worker };
  await rotate(world);
  await agree(world);
  worker.end();
  expect(wrong).toEqual([]);
}

/** The moments of a life, those that are alike once. */
async function momentsOf(plan: Plan, from: Moment): Promise<Map<string, Moment>> {
  const moments = new Map<string, Moment>();
  await live(plan, from, (moment) => moments.set(likenessOf(moment), moment));
  return moments;
}

let installed: Left;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  vi.stubGlobal('navigator', { userAgent: 'a browser' });
  const worker = await startWorker(NOTHING_LEFT, nearbyService({ ...tenant, tokens: [] }).fetch);
  await worker.call('hosts.add', { address: 'fabrikam' });
  for (const name of ['fabrikam', 'contoso']) await worker.call('tokens.refresh', { hostId: place(name).hostId });
  installed = worker.end();
});

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/**
 * All pairs take minutes: `npm run unit:thorough` has them. Otherwise the worker is ended at each fourth moment, another
 * fourth for each plan, and at each twelfth after each sixth of them.
 */
const [SINGLES, FIRSTS, SECONDS] = isThorough ? [1, 1, 1] : [4, 6, 12];

test.each(plans)('%s: ended at a step, and again after it', { timeout: 600_000 }, async (what, plan) => {
  const row = plan.on.length > 1 ? { ...token, targetAccounts: null } : token;
  const person: Person = { presses: 0, taken: [], confirmed: false };
  const singles = await momentsOf(plan, { left: installed, ledger: [row], person, now: START });
  const pairs = new Map<string, Moment>();
  const first = plans.findIndex(([name]) => name === what) % SINGLES;
  const some = [...singles.values()].filter((__, index) => index % SINGLES === first);
  for (const [index, moment] of some.entries())
    if (index % FIRSTS !== 0) await live(plan, moment);
    else for (const [key, next] of await momentsOf(plan, moment)) if (!singles.has(key)) pairs.set(key, next);
  const again = [...pairs.values()].filter((__, index) => index % SECONDS === 0);
  expect(again.length, 'moments after a moment').toBeGreaterThan(isThorough ? 10 : 3);
  for (const moment of again) await live(plan, moment);
});
