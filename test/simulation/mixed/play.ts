import { seedToken } from '../../../dev-server/seed';
import { organizations, users } from '../../../dev-server/tenant';
import type { KnownHost } from '../../../src/core/host';
import type { Rotation } from '../../../src/core/rotation/state';
import type { Token } from '../../../src/core/token';
import type { Start } from '../bundle';
import { calmWire } from '../network';
import { DAY, readied } from '../setting';
import type { Answer, Asked, Simulation } from '../world';
import type { Deed, Step, Trouble } from './story';

export const HOSTS = ['services:fabrikam', 'services:contoso'] as const;
type HostId = (typeof HOSTS)[number];

/** A token as the page that shows it names it: by its place, its id, and whose list it is. */
type Shown = { hostId: HostId; tokenId: string; identityId: string };

/** What was asked of the worker, when, and what came back. */
export type Request = { name: string; input: Record<string, unknown>; at: number; asked: Asked };

/** A token that was made, as the server knows it. */
type Made = { id: string; userId: string; at: number };

export type Played = {
  simulation: Simulation;
  requests: Request[];
  /** Tokens that were made since the beginning, and when and by whom each token was ended. */
  made: Made[];
  ended: Map<string, { at: number; by: string }>;
  /** Tokens whose secrets were kept for a popup. */
  kept: Set<string>;
  /** How often each kind of trouble came. */
  met: string[];
};

const me = users.normal.id;
const place = (index: number): HostId => HOSTS[index] ?? HOSTS[0];

/** Two organizations with three and two tokens of Normal Paulk, and one of somebody else. */
function beginning(start: Start): Played {
  const kept = new Set<string>();
  const onStored = (key: string, value: unknown) => {
    if (key !== 'minted') return;
    for (const { token } of (value as { value: { token: Token }[] } | undefined)?.value ?? []) kept.add(token.id);
  };
  const simulation = readied(start, { names: ['one', 'two', 'three'], onStored });
  const { ledger } = simulation.service;
  const validTo = new Date(simulation.clock.now() + 60 * DAY).toISOString();
  for (const name of ['four', 'five'])
    ledger.add(seedToken(name, { validTo, targetAccounts: [organizations.contoso.id] }));
  ledger.add(seedToken('not mine', { validTo, userId: users.raisa.id }));
  simulation.store(
    'hosts',
    HOSTS.map((id) => ({
      id,
      kind: 'services',
      name: id.slice('services:'.length),
      domain: 'dev.azure.com',
      identity: { id: me, name: users.normal.name },
    })),
  );
  const played: Played = { simulation, requests: [], made: [], ended: new Map(), kept, met: [] };
  const { mint, revoke } = ledger;
  ledger.mint = (...given) => {
    const entry = mint.apply(ledger, given);
    const { authorizationId, userId } = entry.token;
    played.made.push({ id: authorizationId, userId, at: simulation.clock.now() });
    return entry;
  };
  ledger.revoke = (id) => {
    if (simulation.service.works(id))
      played.ended.set(id, { at: simulation.clock.now(), by: simulation.service.who() });
    return revoke.call(ledger, id);
  };
  return played;
}

/** The tokens that are shown there. */
function shown({ simulation }: Played, hostId: HostId): Shown[] {
  const list = simulation.stored<{ identityId: string; tokens: Token[] } | null>(`tokens:${hostId}`);
  const working = (list?.tokens ?? []).filter((token) => !token.revoked);
  return working.map(({ id }) => ({ hostId, tokenId: id, identityId: list?.identityId ?? me }));
}

const picked = (played: Played, { host, pick }: { host: number; pick: number }): Shown | undefined => {
  const tokens = shown(played, place(host));
  return tokens[pick % Math.max(tokens.length, 1)];
};

/** Who the page says is signed in there. */
function who({ simulation }: Played, hostId: HostId): string {
  const hosts = simulation.stored<KnownHost[] | undefined>('hosts') ?? [];
  return hosts.find(({ id }) => id === hostId)?.identity?.id ?? me;
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
  const rotation = rotationsOf(played).at(-1);
  return (
    rotation && { rotation, rotationId: rotation.id, hostId: rotation.old.hostId, identityId: rotation.old.identityId }
  );
}

type Message = [name: string, input: Record<string, unknown>];

/** What the page sends for a deed; nothing where there is nothing to press. */
const messages: { [D in Deed['do']]: (played: Played, deed: Extract<Deed, { do: D }>) => Message | undefined } = {
  mint: (played, { host }) => {
    const hostId = place(host);
    return ['tokens.mint', { hostId, identityId: who(played, hostId), purpose: 'push' }];
  },
  create: (played, { host }) => [
    'tokens.create',
    {
      hostId: place(host),
      identityId: who(played, place(host)),
      draft: { name: 'made here', scopes: ['vso.packaging'], lifetime: { days: 7 } },
    },
  ],
  refresh: (_, { host }) => ['tokens.refresh', { hostId: place(host) }],
  remove: (_, { host }) => ['hosts.remove', { hostId: place(host) }],
  add: (_, { host }) => ['hosts.add', { address: `https://dev.azure.com/${place(host).slice('services:'.length)}` }],
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
    const on = (deed.wide ? HOSTS : [place(deed.host)]).map((hostId) => ({ hostId, identityId: who(played, hostId) }));
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
  'revoke-all': (played, { wide }) => {
    const at = wide ? HOSTS : HOSTS.slice(0, 1);
    const tokens = at.flatMap((hostId) => shown(played, hostId).map(({ tokenId }) => ({ hostId, tokenId })));
    const typed = wide ? 'all organizations' : 'fabrikam';
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
export function calm({ wire, world, service }: Simulation): void {
  Object.assign(wire, { ...calmWire(), most: wire.most, inFlight: wire.inFlight });
  Object.assign(world, { rejects: '', isAllowed: true, skew: 0, killsAfter: [] });
  service.faults.clear();
  service.signInAs('normal');
}

function alarmTrouble(simulation: Simulation, { alarm, which }: Extract<Trouble, { alarm: unknown }>): void {
  const names = simulation.alarmNames();
  const name = names[which % Math.max(names.length, 1)];
  if (name === undefined) return;
  if (alarm === 'lost') simulation.loseAlarm(name);
  else simulation.ring(name, undefined);
}

/** The kind of a trouble, for the count. */
function kindOf(trouble: Trouble): string {
  const [[key = '', value] = []] = Object.entries(trouble);
  return typeof value === 'string' ? `${key} ${value}` : key;
}

function befall({ simulation, met }: Played, trouble: Trouble): void {
  const { world, wire, service, clock } = simulation;
  met.push(kindOf(trouble));
  if ('fault' in trouble) service.faults.set(trouble.fault, trouble);
  if ('mishap' in trouble) wire.mishaps.push(trouble.mishap);
  if ('oneWay' in trouble) wire.oneWay = trouble.oneWay;
  if ('online' in trouble) wire.online = trouble.online;
  if ('kill' in trouble) world.killsAfter.push(world.effects + trouble.kill);
  if ('end' in trouble) simulation[trouble.end]();
  if ('sleep' in trouble) clock.sleep(trouble.sleep);
  if ('skew' in trouble) world.skew = trouble.skew;
  if ('refuse' in trouble) world.rejects = trouble.refuse;
  if ('allowed' in trouble) world.isAllowed = trouble.allowed;
  if ('signIn' in trouble) service.signInAs(trouble.signIn);
  if ('alarm' in trouble) alarmTrouble(simulation, trouble);
  if ('calm' in trouble) calm(simulation);
}

const passing = ({ clock }: Simulation, milliseconds: number) => clock.runUntil(() => false, milliseconds);

/** Whatever happened: some time passes, the browser is started anew, somebody looks, and looks again in the evening. */
async function toTheEnd(simulation: Simulation): Promise<(Answer | undefined)[]> {
  const lookAt = async () => {
    const answers: (Answer | undefined)[] = [];
    for (const hostId of HOSTS) answers.push(await simulation.ask('tokens.refresh', { hostId }));
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
export async function play(start: Start, steps: Step[]): Promise<Played & { last: (Answer | undefined)[] }> {
  const played = beginning(start);
  const { simulation } = played;
  for (const hostId of HOSTS) await simulation.ask('tokens.refresh', { hostId });
  for (const { act, then } of steps) {
    if ('do' in act) press(played, act);
    else befall(played, act);
    await passing(simulation, then);
  }
  return { ...played, last: await toTheEnd(simulation) };
}
