import { application, type Control } from '../../dev-server/application';
import { FaultBoard } from '../../dev-server/fault-board';
import { seedToken } from '../../dev-server/seed';
import { Sessions } from '../../dev-server/sessions';
import { usualSwitches } from '../../dev-server/switches';
import { organizations, users } from '../../dev-server/tenant';
import { Ledger } from '../../dev-server/tokens';
import type { Clock } from './clock';

/** The dev-server without a network: it is asked by a function call, and lives by a clock of its own. */
export function simulatedService(clock: Clock, names: string[]) {
  const ledger = new Ledger(clock.now);
  const validTo = new Date(clock.now() + 90 * 86_400_000).toISOString();
  const tokens = names.map((name) => seedToken(name, { validTo }));
  for (const token of tokens) ledger.add(token);
  const sessions = new Sessions();
  const switches = usualSwitches();
  const { fabrikam, contoso, northwind } = organizations;
  const control: Control = { requests: [], alarms: [], faults: new FaultBoard() };
  const { fetch } = application(
    {
      now: clock.now,
      users: [users.normal, users.raisa],
      organizations: [fabrikam, contoso, northwind],
      ledger,
      sessions,
      switches,
      published: new Map(),
      repositoryOf: () => Promise.reject(new Error('There is no git here.')),
    },
    control,
  );
  const session = sessions.open(users.normal);
  const cookie = `UserAuthentication=${session}`;

  return {
    ...control,
    ledger,
    switches,
    ids: tokens.map(({ authorizationId }) => authorizationId),
    signInAs: (user: keyof typeof users) => sessions.giveAllTo(users[user]),
    /** The id of who is signed in. */
    who: () => sessions.userOf(session)?.id ?? '',
    /** Whether that token works. */
    works: (id: string) => ledger.find(id)?.token.isValid === true,
    /** The answer to a request, or `undefined` where the connection was dropped. */
    ask: async (url: string, init: RequestInit): Promise<Response | undefined> => {
      const socket = {
        destroyed: false,
        destroy: () => {
          socket.destroyed = true;
        },
      };
      const headers = { ...(init.headers as Record<string, string>), host: new URL(url).host, cookie };
      const { method = 'GET', body = null } = init;
      const answer = await fetch(new Request(url, { method, headers, body }), {
        incoming: { socket },
        outgoing: { setHeader: () => undefined },
      });
      return socket.destroyed ? undefined : answer;
    },
  };
}

export type SimulatedService = ReturnType<typeof simulatedService>;
