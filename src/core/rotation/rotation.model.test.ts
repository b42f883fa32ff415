import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../duration';
import { HostId } from '../host';
import { type Token, TokenId } from '../token';
import { doGlobalTokensWork } from './global-token';
import { dueAt, toLookAt, toRevoke } from './plan';
import { revokedIn } from './revoked';
import { isSent } from './sent';
import type { Sight } from './sight';
import type { Keep, Part, Rotation } from './state';
import { type Event, endsAt, isReady, step } from './step';

/**
 * A rotation beside a server that knows the truth. Whatever is pressed, lost, killed, listed late or revoked elsewhere: the
 * old token goes only for new ones that work and were taken, and what the rotation says is so.
 */
/** 2,000 by `npm run unit:thorough`. */
const RUNS = import.meta.env.MODE === 'thorough' ? 2_000 : 700;
const T0 = Date.UTC(2026, 10, 25);
const identityId = '00000000-1111-4222-8333-555555555555';
const hostIds = ['fabrikam', 'contoso'].map((name) => HostId.parse(`services:${name}`));
const idOf = (index: number) => TokenId.parse(`00000000-1111-4222-8333-${String(index).padStart(12, '0')}`);
const OLD = idOf(0);

type Server = { token: Token; hostId: HostId; byUs: boolean };
/** What exists beside the rotation: the truth, and what the test needs to know of it. */
type World = {
  now: number;
  ledger: Server[];
  /** Names of creates that a worker waits for. */
  inFlight: Set<string>;
  /** When each create was sent, for what a list cannot tell yet. */
  sentAt: Map<string, number>;
  keptNames: Set<string>;
  presses: number;
  creates: number;
  /** Somebody else has revoked something, or time has. */
  meddled: boolean;
  /** Revokes of a worker that was ended, which may arrive until then. */
  onTheirWay: { tokenId: TokenId; until: number }[];
  /** Of which tokens it was told that the rotation has revoked them. */
  told: TokenId[];
};
type Real = { rotation: Rotation };

const isWorking = (world: World, { token }: Server) =>
  !token.revoked &&
  (token.expiresAt === null || token.expiresAt > world.now) &&
  (token.organizationIds !== null || doGlobalTokensWork(world.now));
const find = (world: World, tokenId: TokenId) => world.ledger.find(({ token }) => token.id === tokenId);
const working = (world: World) => world.ledger.filter((each) => isWorking(world, each));
const isOver = ({ rotation }: Real) => rotation.stage.state === 'over';
const inState = ({ rotation }: Real, ...states: Part['progress']['state'][]) =>
  rotation.parts.filter(({ progress }) => states.includes(progress.state));

function happens(real: Real, event: Event): void {
  real.rotation = step(real.rotation, event);
}

/** A list is read: what it shows to be revoked by the rotation is told. */
function reads(world: World, real: Real, sight: Sight): void {
  const before = real.rotation;
  happens(real, { kind: 'listed', sight, at: world.now });
  world.told.push(...revokedIn(before, sight, real.rotation).map(({ tokenId }) => tokenId));
}

function sightOf(world: World, hostId: HostId, complete: boolean, late: number): Sight {
  const askedAt = world.now - late;
  const known = world.ledger.filter((each) => each.hostId === hostId || each.token.organizationIds === null);
  const tokens = known.map(({ token }) => ({ ...token })).filter(({ createdAt }) => (createdAt ?? 0) <= askedAt);
  const fresh = [...world.sentAt].filter(([, at]) => askedAt <= at + 2 * MINUTE).map(([name]) => name);
  return {
    hostId,
    identityId,
    tokens: complete ? tokens : tokens.slice(1),
    complete,
    askedAt,
    now: world.now,
    making: [...world.inFlight],
    undecided: fresh,
    going: [],
  };
}

/** What the old token has to be, for a revoke of ours to be no surprise. */
function mayRevokeOld(world: World, { rotation }: Real): void {
  const made = rotation.parts.flatMap(({ progress }) => (progress.state === 'made' ? [progress.tokenId] : []));
  expect(made.length).toBeGreaterThan(0);
  for (const tokenId of made) expect(working(world).map(({ token }) => token.id)).toContain(tokenId);
}

/** The worker, as far as it is due: looks, revokes one token, and again. `answer`: what becomes of a revoke. */
function work(
  world: World,
  real: Real,
  lists: 'complete' | 'incomplete' | 'none',
  answer: 'done' | 'lost' | 'refused' | 'late' | 'given up',
) {
  for (let round = 0; round < 6; round++) {
    const { rotation } = real;
    if ((dueAt(rotation, world.now) ?? Number.POSITIVE_INFINITY) > world.now || world.inFlight.size > 0) return;
    if (endsAt(rotation) !== null) {
      happens(real, { kind: 'time-over', at: world.now });
      continue;
    }
    const failure = { kind: 'offline' as const };
    if (lists === 'none') return happens(real, { kind: 'tried', failure, at: world.now });
    const sights = toLookAt(rotation).map(({ hostId }) => sightOf(world, hostId, lists === 'complete', 0));
    for (const sight of sights) reads(world, real, sight);
    const target = toRevoke(real.rotation, sights);
    if (!target) {
      if ((dueAt(real.rotation, world.now) ?? Number.POSITIVE_INFINITY) <= world.now)
        happens(real, { kind: 'tried', failure: null, at: world.now });
      return;
    }
    if (target.tokenId === OLD) mayRevokeOld(world, real);
    else expect(working(world).map(({ token }) => token.id)).toContain(OLD);
    const { hostId, tokenId } = target;
    happens(real, { kind: 'sending', hostId, tokenId, at: world.now });
    if (answer === 'given up') happens(real, { kind: 'tried', failure, at: world.now });
    if (answer === 'late' || answer === 'given up')
      return void world.onTheirWay.push({ tokenId, until: world.now + 90_000 }); // and the worker is ended
    const entry = find(world, target.tokenId);
    if (entry && answer !== 'refused') Object.assign(entry, { token: { ...entry.token, revoked: true }, byUs: true });
    if (answer === 'lost') return happens(real, { kind: 'tried', failure: null, at: world.now });
    if (answer === 'refused')
      return happens(real, { kind: 'tried', failure, at: world.now, undone: { hostId, tokenId } });
    happens(real, { kind: 'revoked', hostId, tokenId, at: world.now });
    world.told.push(tokenId);
  }
}

/** Holds after whatever has happened. */
function check(world: World, { rotation }: Real): void {
  const { stage, parts } = rotation;
  const old = find(world, OLD);
  if (!world.meddled) expect(working(world).length).toBeGreaterThan(0);
  expect(world.creates).toBeLessThanOrEqual(world.presses);
  for (const tokenId of world.told) expect(find(world, tokenId)?.byUs).toBe(true);
  expect(world.told).toEqual([...new Set(world.told)]);
  for (const { progress } of parts)
    if ('tokenId' in progress) expect(find(world, progress.tokenId)?.token.name).toBeDefined();
  if (stage.state !== 'over') return;
  if (stage.how === 'replaced') expect(old?.token.revoked).toBe(true);
  if (stage.how === 'old-gone') expect(old && isWorking(world, old)).toBe(false);
  if (stage.how === 'cancelled' || stage.how === 'not-made') expect(old?.byUs).toBe(false);
  if (stage.how === 'not-made' || stage.how === 'cancelled')
    for (const { name } of parts)
      if (!world.inFlight.has(name))
        expect(working(world).some(({ token }) => token.name === name && !world.sentAt.has(`left ${name}`))).toBe(
          false,
        );
}

type Command = fc.Command<World, Real>;
/** A command that can happen whenever `can` says, and after which everything still holds. */
function command(
  name: string,
  can: (world: World, real: Real) => boolean,
  run: (world: World, real: Real) => void,
): Command {
  return {
    check: () => true,
    run: (world, real) => {
      if (!can(world, real)) return;
      run(world, real);
      check(world, real);
    },
    toString: () => name,
  };
}

/** A request to create reaches the server, which makes the token. */
function apply(world: World, part: Part, days: number): TokenId {
  const id = idOf(world.ledger.length);
  const token: Token = {
    id,
    name: part.name,
    scopes: ['vso.code'],
    createdAt: world.now,
    expiresAt: world.now + days * DAY,
    organizationIds: [],
    revoked: false,
  };
  world.ledger.push({ token, hostId: part.hostId, byUs: false });
  world.creates += 1;
  return id;
}

const anyOf = <T>(values: T[], index: number) => values[index % values.length] as T; // never asked of an empty list
const index = fc.nat({ max: 3 });

const answered = fc.tuple(index, fc.constantFrom('made', 'refused', 'lost', 'lost, not made')).map(([which, how]) =>
  command(
    `a create is answered: ${how}`,
    (world) => world.inFlight.size > 0,
    (world, real) => {
      const name = anyOf([...world.inFlight], which);
      const part = real.rotation.parts.find((each) => each.name === name);
      world.inFlight.delete(name);
      if (!part) return;
      const at = world.now;
      if (how === 'refused') happens(real, { kind: 'refused', name, failure: { kind: 'policy', policy: 'x' }, at });
      if (how === 'refused' || how === 'lost, not made') return;
      const tokenId = apply(world, part, real.rotation.days);
      if (how === 'lost') return;
      world.keptNames.add(name);
      happens(real, { kind: 'made', name, hostId: part.hostId, tokenId, at });
    },
  ),
);

const killed = fc.constantFrom('not sent', 'made', 'made, and its secret kept').map((how) =>
  command(
    `the worker ends while it creates: ${how}`,
    (world) => world.inFlight.size > 0,
    (world, real) => {
      for (const name of world.inFlight) {
        const part = real.rotation.parts.find((each) => each.name === name);
        if (!part || how === 'not sent') continue;
        const tokenId = apply(world, part, real.rotation.days);
        if (how !== 'made') world.keptNames.add(name);
        if (how !== 'made') happens(real, { kind: 'made', name, hostId: part.hostId, tokenId, at: world.now });
      }
      world.inFlight.clear();
    },
  ),
);

const makes = index.map((which) =>
  command(
    'the next one is made',
    (_, real) => !isOver(real) && inState(real, 'planned', 'failed', 'gone', 'lost').length > 0,
    (world, real) => {
      const { hostId, name: before, progress } = anyOf(inState(real, 'planned', 'failed', 'gone', 'lost'), which);
      if (real.rotation.stage.state !== 'open') return;
      // A stray of the try before is not of this rotation any more: the intents speak of it.
      if (progress.state === 'lost') world.sentAt.set(`left ${before}`, world.now);
      const name = `new ${world.presses}`;
      world.presses += 1;
      world.inFlight.add(name);
      world.sentAt.set(name, world.now);
      happens(real, { kind: 'creating', hostId, name, at: world.now });
    },
  ),
);

const pressed = fc.constantFrom('confirmed' as const, 'cancelled' as const).map((kind) =>
  command(
    kind,
    (_, real) => !isOver(real),
    (world, real) => happens(real, { kind, at: world.now }),
  ),
);

const taken = index.map((which) =>
  command(
    'a secret is taken',
    (world, real) => inState(real, 'made').some(({ name }) => world.keptNames.has(name)),
    (world, real) => {
      const { hostId, progress } = anyOf(
        inState(real, 'made').filter(({ name }) => world.keptNames.has(name)),
        which,
      );
      if (progress.state !== 'made') return;
      happens(real, { kind: 'handed', hostId, tokenId: progress.tokenId, at: world.now });
    },
  ),
);

const leftOut = index.map((which) =>
  command(
    'one is left out',
    (_, real) => inState(real, 'planned', 'failed', 'gone', 'lost').length > 0,
    (world, real) => {
      const { hostId, name, progress } = anyOf(inState(real, 'planned', 'failed', 'gone', 'lost'), which);
      if (progress.state === 'lost') world.sentAt.set(`left ${name}`, world.now);
      happens(real, { kind: 'left-out', hostId, at: world.now });
    },
  ),
);

const listed = fc.tuple(index, fc.boolean(), fc.constantFrom(0, 1_000, 5 * MINUTE)).map(([which, complete, late]) =>
  command(
    `a list is read: ${complete ? 'complete' : 'incomplete'}, ${late} ms late`,
    (_, real) => !isOver(real),
    (world, real) => {
      reads(world, real, sightOf(world, anyOf(hostIds, which), complete, late));
    },
  ),
);

const worked = fc
  .tuple(
    fc.constantFrom('complete' as const, 'incomplete' as const, 'none' as const),
    fc.constantFrom('done' as const, 'lost' as const, 'refused' as const, 'late' as const, 'given up' as const),
  )
  .map(([lists, answer]) =>
    command(
      `the worker works: lists ${lists}, revokes ${answer}`,
      () => true,
      (world, real) => work(world, real, lists, answer),
    ),
  );

/** No request is awaited for longer than half a minute. */
const passed = fc.constantFrom(30_000, 3 * MINUTE, HOUR, DAY, 8 * DAY).map((time) =>
  command(
    `${time / 1_000} s pass`,
    ({ inFlight }) => inFlight.size === 0,
    (world) => {
      const before = working(world).length;
      world.now += time;
      world.onTheirWay = world.onTheirWay.filter(({ until }) => until >= world.now);
      if (working(world).length < before) world.meddled = true;
    },
  ),
);

const arrives = index.map((which) =>
  command(
    'a revoke arrives after its worker was ended',
    ({ onTheirWay }) => onTheirWay.length > 0,
    (world) => {
      const arrived = anyOf(world.onTheirWay, which);
      world.onTheirWay = world.onTheirWay.filter((each) => each !== arrived);
      const entry = find(world, arrived.tokenId);
      if (entry && !entry.token.revoked) Object.assign(entry, { token: { ...entry.token, revoked: true }, byUs: true });
    },
  ),
);

const meddled = index.map((which) =>
  command(
    'somebody revokes a token elsewhere',
    (world) => working(world).length > 0,
    (world, real) => {
      const entry = anyOf(working(world), which);
      // Where a revoke of ours was sent as well, and nothing has shown that it did nothing, nobody can tell whose it was.
      const byUs = isSent(real.rotation, { hostId: entry.hostId, tokenId: entry.token.id });
      Object.assign(entry, { token: { ...entry.token, revoked: true }, byUs });
      world.meddled = true;
    },
  ),
);

function begin(keep: Keep, count: number, everywhere: boolean): { model: World; real: Real } {
  const token: Token = {
    id: OLD,
    name: 'old',
    scopes: ['vso.code', 'vso.unheard_of'],
    createdAt: T0 - 100 * DAY,
    expiresAt: T0 + 200 * DAY,
    organizationIds: everywhere ? null : [],
    revoked: false,
  };
  const place = (hostId: HostId) => ({ hostId, identityId, host: hostId, who: 'Normal Paulk' });
  const parts = hostIds.slice(0, count).map((hostId, order): Part => {
    const progress = order === 0 ? { state: 'creating' as const, since: T0 } : { state: 'planned' as const };
    return { ...place(hostId), name: `first ${order}`, progress };
  });
  const old = { ...place(hostIds[0] as HostId), tokenId: OLD, name: 'old', everywhere };
  const rotation: Rotation = {
    id: 'r',
    old,
    scopes: token.scopes,
    days: 30,
    keep,
    parts,
    stage: { state: 'open' },
    retry: null,
    oldInDoubt: false,
  };
  const model: World = {
    now: T0,
    ledger: [{ token, hostId: hostIds[0] as HostId, byUs: false }],
    inFlight: new Set(['first 0']),
    sentAt: new Map([['first 0', T0]]),
    keptNames: new Set(),
    presses: 1,
    creates: 0,
    meddled: false,
    onTheirWay: [],
    told: [],
  };
  return { model, real: { rotation } };
}

/** With a server that answers, a rotation ends or waits for the user: nothing is left that only the worker could do. */
function comesToRest(world: World, real: Real): void {
  world.inFlight.clear();
  for (let hour = 0; hour < 12; hour++) {
    world.now += HOUR;
    for (const hostId of hostIds) reads(world, real, sightOf(world, hostId, true, 0));
    work(world, real, 'complete', 'done');
  }
  check(world, real);
  const { stage } = real.rotation;
  expect(['replacing', 'cancelling']).not.toContain(stage.state);
  const byUs = world.ledger.filter((each) => each.byUs).map(({ token }) => token.id);
  if (!world.meddled) expect(world.told.toSorted()).toEqual(byUs);
  expect(inState(real, 'creating')).toEqual([]);
  if (stage.state !== 'open') return;
  expect(isReady(real.rotation) || inState(real, 'planned', 'failed', 'gone', 'lost').length > 0).toBe(true);
  if (find(world, OLD) && inState(real, 'made').length > 0) expect(working(world).length).toBeGreaterThan(0);
}

const commands = fc.commands<World, Real>(
  [answered, answered, killed, makes, pressed, taken, leftOut, listed, worked, worked, passed, arrives, meddled],
  { maxCommands: 30, size: 'max' },
);

test.each(['until-confirmed', 'for-a-day', 'for-a-week'] as const)('%s: never without a token by surprise', (keep) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 }), fc.boolean(), commands, (count, everywhere, all) => {
      const { model, real } = begin(keep, count, everywhere);
      fc.modelRun(() => ({ model, real }), all);
      comesToRest(model, real);
    }),
    { numRuns: RUNS },
  );
});
