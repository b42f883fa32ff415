import { randomUUID } from 'node:crypto';
import { application, type Control } from '../../dev-server/application';
import { FaultBoard } from '../../dev-server/fault-board';
import { onPremApplication } from '../../dev-server/onprem/application';
import { type ProfileName, profiles } from '../../dev-server/onprem/profiles';
import { usualOnPremSwitches } from '../../dev-server/onprem/switches';
import { seedToken } from '../../dev-server/seed';
import { Sessions } from '../../dev-server/sessions';
import { usualSwitches } from '../../dev-server/switches';
import { organizations, users } from '../../dev-server/tenant';
import { Ledger } from '../../dev-server/tokens';
import type { World } from '../../dev-server/world';
import type { Clock } from './clock';

/** A server on premises beside the cloud, with one collection. */
export const SERVER = { address: 'https://tfs.corp.example/tfs/DefaultCollection', host: 'tfs.corp.example' };
const COLLECTION = { id: '5d1c0f6e-6f3a-4f0e-9a2f-1c7b2d3e4f50', name: 'DefaultCollection', url: '', members: [] };
const DEPLOYMENT = '0c6f4b1d-8f2e-4d57-a0b9-7e3d5c2b1a60';

/** The dev-server without a network: it is asked by a function call, and lives by a clock of its own. */
export function simulatedService(
  clock: Clock,
  names: string[],
  server: ProfileName = 'ads2022',
  more: readonly string[] = [],
) {
  const [cloud, onPrem] = [new Ledger(clock.now), new Ledger(clock.now)];
  const ledgers = [cloud, onPrem];
  const validTo = new Date(clock.now() + 90 * 86_400_000).toISOString();
  const tokens = names.map((name) => seedToken(name, { validTo }));
  for (const token of tokens) cloud.add(token);
  const sessions = new Sessions();
  const switches = usualSwitches();
  const { fabrikam, contoso, northwind } = organizations;
  const others = more.map((name) => ({ ...fabrikam, id: randomUUID(), name, url: `https://dev.azure.com/${name}/` }));
  const control: Control = { requests: [], alarms: [], faults: new FaultBoard() };
  const world: World = {
    now: clock.now,
    users: [users.normal, users.raisa],
    organizations: [fabrikam, contoso, northwind, ...others],
    ledger: cloud,
    sessions,
    switches,
    published: new Map(),
    repositoryOf: () => Promise.reject(new Error('There is no git here.')),
  };
  const services = application(world, control);
  const site = {
    profile: profiles[server],
    virtualDirectory: '/tfs',
    deploymentId: DEPLOYMENT,
    switches: usualOnPremSwitches(),
  };
  const own = { ledger: onPrem, organizations: [COLLECTION], switches: { ...switches, listForm: 'flat' as const } };
  const premises = onPremApplication({ ...world, ...own }, site, control);
  const session = sessions.open(users.normal);
  /** The id of who is signed in. */
  const who = () => sessions.userOf(session)?.id ?? '';
  /** What was sent to the server on premises: it answers whoever sent it, whatever becomes of the session meanwhile. */
  const sent: { url: string; method: string; by: string }[] = [];
  const isEndOf = (id: string) => (each: { url: string; method: string }) =>
    each.method === 'DELETE' && each.url.includes(id);
  const find = (id: string) => cloud.find(id) ?? onPrem.find(id);

  return {
    ...control,
    ledger: cloud,
    ledgers,
    /** Adds a token of the server on premises. */
    addOnPrem: (name: string, parts: { validTo: string }) =>
      onPrem.add(seedToken(name, { ...parts, targetAccounts: [COLLECTION.id] })),
    switches,
    ids: tokens.map(({ authorizationId }) => authorizationId),
    signInAs: (user: keyof typeof users) => sessions.giveAllTo(users[user]),
    /** By whom a token is ended in this moment. */
    endsBy: (id: string) => sent.findLast(isEndOf(id))?.by ?? who(),
    find,
    /** Whether that token works. */
    works: (id: string) => find(id)?.token.isValid === true,
    /** The answer to a request, or `undefined` where the connection was dropped. */
    ask: async (url: string, init: RequestInit): Promise<Response | undefined> => {
      const socket = {
        destroyed: false,
        destroy: () => {
          socket.destroyed = true;
        },
      };
      const { host } = new URL(url);
      // To the server it is the same person that the browser signs in, by the login of the machine.
      const cookie = host === SERVER.host ? `patina-dev-user=${who()}` : `UserAuthentication=${session}`;
      const headers = { ...(init.headers as Record<string, string>), host, cookie };
      const { method = 'GET', body = null } = init;
      if (host === SERVER.host) sent.push({ url, method, by: who() });
      const { fetch } = host === SERVER.host ? premises : services;
      const answer = await fetch(new Request(url, { method, headers, body }), {
        incoming: { socket },
        outgoing: { setHeader: () => undefined },
      });
      return socket.destroyed ? undefined : answer;
    },
  };
}

export type SimulatedService = ReturnType<typeof simulatedService>;
