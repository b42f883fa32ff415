import { application, type Control } from '../../dev-server/application';
import { FaultBoard } from '../../dev-server/fault-board';
import type { Seed } from '../../dev-server/seed';
import { Sessions } from '../../dev-server/sessions';
import { usualSwitches } from '../../dev-server/switches';
import { Ledger } from '../../dev-server/tokens';
import type { World } from '../../dev-server/world';

/**
 * The dev-server's application without the network between, for a test that needs it some ten thousand times. Its first
 * user is signed in. A dropped connection cannot be played here.
 */
export function nearbyService({ users, organizations, tokens }: Seed) {
  const ledger = new Ledger(Date.now);
  for (const { token, madeBy } of tokens) ledger.add({ ...token }, madeBy);
  const sessions = new Sessions();
  const [user] = users;
  if (!user) throw new Error('The seed has no user');
  const cookie = `UserAuthentication=${sessions.open(user)}`;
  const shelves = { repositoryOf: async () => '', published: new Map() };
  const world: World = { now: Date.now, users, organizations, ledger, sessions, switches: usualSwitches(), ...shelves };
  const control: Control = { requests: [], alarms: [], faults: new FaultBoard() };
  const server = application(world, control);
  const connection = { incoming: { socket: { destroyed: false } } };

  const fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const headers = { ...(init.headers as Record<string, string>), Host: new URL(address).host, Cookie: cookie };
    const { method = 'GET', body = null } = init;
    return await server.fetch(new Request(address, { method, body, headers }), connection as never); // as far as it is used
  };
  return { ...control, ledger, sessions, users, fetch };
}

export type NearbyService = ReturnType<typeof nearbyService>;
