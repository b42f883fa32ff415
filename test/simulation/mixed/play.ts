import assert from 'node:assert/strict';
import { seedToken } from '../../../dev-server/seed';
import { usualSwitches } from '../../../dev-server/switches';
import { organizations, users } from '../../../dev-server/tenant';
import type { KnownHost } from '../../../src/core/host';
import type { Rotation } from '../../../src/core/rotation/state';
import type { Token } from '../../../src/core/token';
import type { Start } from '../bundle';
import { calmWire } from '../network';
import { SERVER } from '../service';
import { DAY, journalOf, readied } from '../setting';
import { type Answer, type Asked, type Simulation, simulate } from '../world';
import { type Deed, SEASONS, type Story, type Trouble } from './story';

/** A token as the page that shows it names it: by its place, its id, and whose list it is. */
type Shown = { hostId: string; tokenId: string; identityId: string };

/** What was asked of the worker, when, and what came back. */
export type Request = { name: string; input: Record<string, unknown>; at: number; asked: Asked };

/** A token that was made, as the server knows it. */
type Made = { id: string; userId: string; at: number };

export type Played = {
  simulation: Simulation;
  /** The two places of the story: fabrikam, and what is beside it. */
  hosts: readonly [KnownHost, KnownHost];
  requests: Request[];
  /** Tokens that were made since the beginning, and when and by whom each token was ended. */
  made: Made[];
  ended: Map<string, { at: number; by: string }>;
  /** Tokens whose secrets were kept for a popup. */
  kept: Set<string>;
  /** What came over it, beside what the network and the service tell. */
  met: string[];
  /** Keys of what was stored and got spoilt. */
  spoilt: Set<string>;
};

const me = users.normal.id;
const place = ({ hosts }: Played, index: number): KnownHost => hosts[index] ?? hosts[0];

const organization = (name: string): KnownHost => ({
  ...{ id: `services:${name}` as KnownHost['id'], kind: 'services', name, domain: 'dev.azure.com' },
  identity: { id: me, name: users.normal.name },
});

/** The server of each version, as Patina finds it when it is added. */
const found = new Map<string, Promise<KnownHost>>();

async function find(start: Start, server: Exclude<Story['beside'], 'contoso'>): Promise<KnownHost> {
  const simulation = simulate(start, { names: [], server });
  await simulation.ask('hosts.add', { address: SERVER.address });
  const [host] = simulation.stored<KnownHost[] | undefined>('hosts') ?? [];
  if (!host) throw new Error(`${server} was not found.`);
  return host;
}

async function hostBeside(start: Start, beside: Story['beside']): Promise<KnownHost> {
  if (beside === 'contoso') return organization(beside);
  const host = found.get(beside) ?? find(start, beside);
  found.set(beside, host);
  return await host;
}

/** Two places with three and two tokens of Normal Paulk, and one of somebody else. */
async function beginning(start: Start, { beside, season }: Story): Promise<Played> {
  const kept = new Set<string>();
  const onStored = (key: string, value: unknown) => {
    if (key !== 'minted') return;
    for (const { token } of (value as { value: { token: Token }[] } | undefined)?.value ?? []) kept.add(token.id);
  };
  const hosts = [organization('fabrikam'), await hostBeside(start, beside)] as const;
  const server = beside === 'contoso' ? {} : { server: beside };
  const plan = { names: ['one', 'two', 'three'], at: SEASONS[season], onStored, ...server };
  const simulation = readied(start, plan);
  const { service } = simulation;
  const validTo = new Date(simulation.clock.now() + 60 * DAY).toISOString();
  const ofContoso = { validTo, targetAccounts: [organizations.contoso.id] };
  for (const name of ['four', 'five'])
    if (beside === 'contoso') service.ledger.add(seedToken(name, ofContoso));
    else service.addOnPrem(name, { validTo });
  service.ledger.add(seedToken('not mine', { validTo, userId: users.raisa.id }));
  simulation.store('hosts', hosts);
  const played: Played = {
    ...{ simulation, hosts, requests: [], made: [], ended: new Map(), kept, met: [], spoilt: new Set() },
  };
  for (const ledger of service.ledgers) {
    const { mint, revoke } = ledger;
    ledger.mint = (...given) => {
      const entry = mint.apply(ledger, given);
      const { authorizationId, userId } = entry.token;
      played.made.push({ id: authorizationId, userId, at: simulation.clock.now() });
      return entry;
    };
    ledger.revoke = (id) => {
      if (service.works(id)) played.ended.set(id, { at: simulation.clock.now(), by: service.endsBy(id) });
      return revoke.call(ledger, id);
    };
  }
  return played;
}

/** The tokens that are shown there. */
function shown({ simulation }: Played, hostId: string): Shown[] {
  const list = simulation.stored<{ identityId: string; tokens: Token[] } | null>(`tokens:${hostId}`);
  const working = (list?.tokens ?? []).filter((token) => !token.revoked);
  return working.map(({ id }) => ({ hostId, tokenId: id, identityId: list?.identityId ?? me }));
}

const picked = (played: Played, { host, pick }: { host: number; pick: number }): Shown | undefined => {
  const tokens = shown(played, place(played, host).id);
  return tokens[pick % Math.max(tokens.length, 1)];
};

/** Who the page says is signed in there. */
function who({ simulation }: Played, hostId: string): string {
  const hosts = simulation.stored<KnownHost[] | undefined>('hosts');
  // What was spoilt is no list until somebody has read it.
  return (Array.isArray(hosts) ? hosts : []).find(({ id }) => id === hostId)?.identity?.id ?? me;
}

const lastOf = ({ requests }: Played, ...names: string[]) => requests.findLast(({ name }) => names.includes(name));

/** The token of the last answer that brought one, by its place. */
function lastTaken({ requests }: Played) {
  const answers = requests.map(
    ({ asked }) => asked.answer?.value as { hostId: string; token?: { id: string } } | undefined,
  );
  const last = answers.findLast((value) => value?.token);
  return last && { hostId: last.hostId, tokenId: last.token?.id };
}

const rotationsOf = ({ simulation }: Played) => simulation.stored<Rotation[] | undefined>('rotations') ?? [];

/** The last rotation as a message names it. */
function lastRotation(played: Played) {
  const isWhole = ({ old, parts }: Partial<Rotation>) => old !== undefined && parts !== undefined;
  const rotation = rotationsOf(played).findLast(isWhole); // one that got spoilt is on no screen
  return (
    rotation && { rotation, rotationId: rotation.id, hostId: rotation.old.hostId, identityId: rotation.old.identityId }
  );
}

type Message = [name: string, input: Record<string, unknown>];

/** What the page sends for a deed; nothing where there is nothing to press. */
const messages: { [D in Deed['do']]: (played: Played, deed: Extract<Deed, { do: D }>) => Message | undefined } = {
  mint: (played, { host }) => {
    const { id: hostId } = place(played, host);
    return ['tokens.mint', { hostId, identityId: who(played, hostId), purpose: 'push' }];
  },
  create: (played, { host }) => [
    'tokens.create',
    {
      hostId: place(played, host).id,
      identityId: who(played, place(played, host).id),
      draft: { name: 'made here', scopes: ['vso.packaging'], lifetime: { days: 7 } },
    },
  ],
  refresh: (played, { host }) => ['tokens.refresh', { hostId: place(played, host).id }],
  remove: (played, { host }) => ['hosts.remove', { hostId: place(played, host).id }],
  add: (played, { host }) => {
    const { kind, name } = place(played, host);
    return ['hosts.add', { address: kind === 'server' ? SERVER.address : `https://dev.azure.com/${name}` }];
  },
  revoke: (played, deed) => {
    const of = picked(played, deed);
    return of && ['tokens.revoke', of];
  },
  extend: (played, deed) => {
    const of = picked(played, deed);
    return of && ['tokens.update', { ...of, change: { lifetime: { days: 30 } } }];
  },
  edit: (played, deed) => {
    const of = picked(played, deed);
    return of && ['tokens.update', { ...of, change: { name: 'another name' } }];
  },
  rotate: (played, deed) => {
    const of = picked(played, deed);
    const wide = deed.wide ? played.hosts : [place(played, deed.host)];
    const on = wide.map(({ id }) => ({ hostId: id, identityId: who(played, id) }));
    return of && ['rotations.start', { ...of, keep: deed.keep, lifetime: { days: 30 }, on }];
  },
  make: (played) => {
    const last = lastRotation(played);
    const part = last?.rotation.parts.find(({ progress }) => progress.state === 'planned');
    return (
      last &&
      part && ['rotations.make', { rotationId: last.rotationId, hostId: part.hostId, identityId: part.identityId }]
    );
  },
  undo: (played) => {
    const input = lastOf(played, 'tokens.revoke')?.input;
    return input && ['tokens.undo-revoke', { hostId: input.hostId, tokenId: input.tokenId }];
  },
  taken: (played) => {
    const of = lastTaken(played);
    return of && ['rotations.handed', of];
  },
  confirm: (played) => {
    const last = lastRotation(played);
    return (
      last && [
        'rotations.end',
        { rotationId: last.rotationId, hostId: last.hostId, identityId: last.identityId, by: 'confirmed' },
      ]
    );
  },
  cancel: (played) => {
    const last = lastRotation(played);
    return (
      last && [
        'rotations.end',
        { rotationId: last.rotationId, hostId: last.hostId, identityId: last.identityId, by: 'cancelled' },
      ]
    );
  },
  dismiss: (played) => {
    const last = lastRotation(played);
    return last && ['rotations.dismiss', { rotationId: last.rotationId }];
  },
  'revoke-all': (played, { host, wide }) => {
    const at = (wide ? played.hosts : [place(played, host)]).map(({ id }) => id);
    const tokens = at.flatMap((hostId) => shown(played, hostId).map(({ tokenId }) => ({ hostId, tokenId })));
    const typed = wide ? 'all organizations' : place(played, host).name;
    return [
      'revoke-all.start',
      { hosts: at.map((hostId) => ({ hostId, identityId: who(played, hostId) })), tokens, kept: [], typed },
    ];
  },
  stop: () => ['revoke-all.stop', {}],
  resume: () => ['revoke-all.resume', {}],
  retry: () => ['revoke-all.retry', {}],
  close: () => ['revoke-all.close', {}],
  continue: () => ['revoke-all.continue', {}],
  erase: (_, { anyway }) => ['everything.erase', { anyway }],
  again: ({ requests }) => {
    const last = requests.at(-1);
    return last && [last.name, last.input];
  },
};

function press(played: Played, deed: Deed): void {
  const toMessage = messages[deed.do] as (played: Played, deed: Deed) => Message | undefined;
  const message = toMessage(played, deed);
  if (!message) return;
  const [name, input] = message;
  const { simulation, requests } = played;
  requests.push({ name, input, at: simulation.clock.now(), asked: simulation.post(name, input) });
}

/** All is well again; what has happened has happened. */
export function calm(simulation: Simulation): void {
  const { wire, world, service } = simulation;
  const { most, inFlight, met } = wire;
  Object.assign(wire, { ...calmWire(), most, inFlight, met });
  Object.assign(world, { rejects: '', isFull: false, skew: 0, killsAfter: [] });
  service.faults.clear();
  Object.assign(service.switches, usualSwitches());
  service.signInAs('normal');
  simulation.allow(true);
}

function alarmTrouble(simulation: Simulation, { alarm, which }: Extract<Trouble, { alarm: unknown }>): void {
  const names = simulation.alarmNames();
  const name = names[which % Math.max(names.length, 1)];
  if (name === undefined) return;
  if (alarm === 'lost') simulation.loseAlarm(name);
  else if (alarm === 'late') simulation.putOff(name, DAY / 12);
  else simulation.ring(name, undefined);
}

function spoil({ simulation, spoilt }: Played, { spoil: by, which }: Extract<Trouble, { spoil: unknown }>): void {
  const key = simulation.breakDown(by, which);
  if (key !== undefined) spoilt.add(key);
}

/** The kind of a trouble, for the count; those that wait for a request, a change or an effect are counted when they meet it. */
function kindOf(trouble: Trouble): string[] {
  if ('fault' in trouble || 'mishap' in trouble || 'kill' in trouble || 'calm' in trouble) return [];
  if ('sleep' in trouble) return [trouble.sleep > DAY ? 'sleep of ten days' : 'sleep'];
  if ('skew' in trouble) return trouble.skew === 0 ? [] : ['clock that jumps'];
  if ('oneWay' in trouble) return trouble.oneWay === 0 ? [] : ['latency'];
  if ('online' in trouble) return trouble.online ? [] : ['offline'];
  if ('allowed' in trouble) return trouble.allowed ? [] : ['permission taken'];
  if ('signIn' in trouble) return trouble.signIn === 'normal' ? [] : ['another account'];
  if ('full' in trouble) return trouble.full ? ['full'] : [];
  if ('pages' in trouble) return [`pages ${trouble.lastPage}`];
  const [[key = '', value] = []] = Object.entries(trouble);
  return [`${key} ${value}`];
}

function befall(played: Played, trouble: Trouble): void {
  const { simulation, met } = played;
  const { world, wire, service, clock } = simulation;
  met.push(...kindOf(trouble));
  if ('fault' in trouble) service.faults.set(trouble.fault, trouble);
  if ('mishap' in trouble) wire.mishaps.push(trouble.mishap);
  if ('oneWay' in trouble) wire.oneWay = trouble.oneWay;
  if ('online' in trouble) wire.online = trouble.online;
  if ('kill' in trouble) world.killsAfter.push(world.effects + trouble.kill);
  if ('end' in trouble) simulation[trouble.end]();
  if ('sleep' in trouble) clock.sleep(trouble.sleep);
  if ('skew' in trouble) world.skew = trouble.skew;
  if ('refuse' in trouble) world.rejects = trouble.refuse;
  if ('full' in trouble) world.isFull = trouble.full;
  if ('allowed' in trouble) simulation.allow(trouble.allowed);
  if ('signIn' in trouble) service.signInAs(trouble.signIn);
  if ('pages' in trouble) Object.assign(service.switches, { pageCap: trouble.pages, lastPage: trouble.lastPage });
  if ('spoil' in trouble) spoil(played, trouble);
  if ('alarm' in trouble) alarmTrouble(simulation, trouble);
  if ('calm' in trouble) calm(simulation);
}

/** Everything that came over it. */
export function metIn({ simulation, met, requests }: Played, { season }: Story): string[] {
  const { service, wire, world } = simulation;
  return [
    ...met,
    ...service.requests.flatMap(({ faults }) => faults),
    ...wire.met,
    ...(world.kills > 0 ? ['kill at an await'] : []),
    ...(season === 'summer' ? [] : [season]),
    ...(requests.some((each, index) => isTwin(each, requests[index - 1])) ? ['second popup'] : []),
  ];
}

const isTwin = (one: Request, before: Request | undefined) => one.name === before?.name && one.input === before.input;

/** So much is asked of the browser on no day of a story, unless something goes round in a circle. */
const MOST_CALLS = 50_000;
/** The same where a revoke-all waits: for the last lists of two organizations without a network it asks 64,788 times. */
const MOST_CALLS_OF_ALL = 70_000;

/** R9: time passes, a day at most, and nothing runs for ever. */
async function passing(simulation: Simulation, milliseconds: number): Promise<void> {
  const { clock, world } = simulation;
  const before = world.calls.length;
  const most = () => (journalOf(simulation)?.phase === 'running' ? MOST_CALLS_OF_ALL : MOST_CALLS);
  const asked = () => world.calls.length - before;
  const isRestless = await clock.runUntil(() => asked() > MOST_CALLS && asked() > most(), milliseconds);
  assert(!isRestless, 'a worker that has nothing to do rests');
}

/** Whatever happened: some time passes, the browser is started anew, somebody looks, and looks again in the evening. */
async function toTheEnd({ simulation, hosts }: Played): Promise<(Answer | undefined)[]> {
  const lookAt = async () => {
    const answers: (Answer | undefined)[] = [];
    for (const { id: hostId } of hosts) answers.push(await simulation.ask('tokens.refresh', { hostId }));
    return answers;
  };
  calm(simulation);
  await passing(simulation, 600_000);
  simulation.restart();
  await lookAt();
  await passing(simulation, DAY / 8);
  return await lookAt();
}

/** Plays a story to its end, and a quiet time after it. */
export async function play(start: Start, story: Story): Promise<Played & { last: (Answer | undefined)[] }> {
  const played = await beginning(start, story);
  const { simulation, hosts } = played;
  for (const { id: hostId } of hosts) await simulation.ask('tokens.refresh', { hostId });
  for (const { act, then } of story.steps) {
    if ('do' in act) press(played, act);
    else befall(played, act);
    await passing(simulation, then);
  }
  return { ...played, last: await toTheEnd(played) };
}
