import { createServer as createTlsServer } from 'node:https';
import { createAdaptorServer } from '@hono/node-server';
import type { Control } from './application';
import { application } from './application';
import { certificate as ownCertificate } from './certificate';
import type { FaultOptions } from './fault';
import { FaultBoard } from './fault-board';
import type { FaultName } from './faults';
import { repositories } from './git/repository';
import { listen } from './listen';
import type { Seed } from './seed';
import { seedWith } from './seed';
import { Sessions } from './sessions';
import type { Switches } from './switches';
import { usualSwitches } from './switches';
import { Ledger } from './tokens';
import type { World } from './world';

export type DevServerOptions = {
  /** Any free one by default. */
  port?: number;
  now?: () => number;
  seed?: Seed;
  switches?: Partial<Switches>;
  faults?: Partial<Record<FaultName, FaultOptions>>;
  /** Where the git repositories lie; a temporary directory, removed at the end, by default. */
  repositories?: string;
};

export type DevServer = Control & {
  port: number;
  url: string;
  /** PEM of the authority to trust. */
  certificate: string;
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  spki: string;
  ledger: Ledger;
  switches: Switches;
  /** Signs in without a browser; answers the `cookie` header. The seed's first user by default. */
  signIn: (userId?: string) => string;
  /** Ends every session. */
  signOut: () => void;
  close: () => Promise<void>;
};

function ledgerOf(seed: Seed, now: () => number): Ledger {
  const ledger = new Ledger(now);
  // Copies, so that a seed may serve more than one server.
  for (const { token, madeBy } of seed.tokens) ledger.add({ ...token }, madeBy);
  return ledger;
}

/** Starts an Azure DevOps Services on 127.0.0.1, in memory. */
export async function createServer(options: DevServerOptions = {}): Promise<DevServer> {
  const now = options.now ?? Date.now;
  const seed = options.seed ?? seedWith(12, now());
  const ledger = ledgerOf(seed, now);
  const sessions = new Sessions();
  const switches = { ...usualSwitches(), ...options.switches };
  const shelf = repositories(options.repositories);
  const { users, organizations } = seed;
  const world: World = {
    now,
    users,
    organizations,
    ledger,
    sessions,
    switches,
    repositoryOf: shelf.of,
    published: new Map(),
  };

  const control: Control = { requests: [], alarms: [], faults: new FaultBoard(options.faults) };
  const { authority, leaf, key, spki } = await ownCertificate();
  const { fetch } = application(world, control);
  // A connection ends with the server, or whoever asks ends it: one that rests is not closed under a request that just leaves.
  const serverOptions = { cert: leaf, key, keepAliveTimeout: 0 };
  const listener = createAdaptorServer({ fetch, createServer: createTlsServer, serverOptions });
  const { port, close } = await listen(listener, options.port);

  return {
    ...control,
    port,
    url: `https://127.0.0.1:${port}`,
    certificate: authority,
    spki,
    ledger,
    switches,
    signIn: (userId) => cookiesOf(world, userId),
    signOut: () => sessions.endAll(),
    close: async () => {
      await close();
      await shelf.remove();
    },
  };
}

function cookiesOf({ users, sessions }: World, userId: string | undefined): string {
  const user = userId === undefined ? users[0] : users.find(({ id }) => id === userId);
  if (!user) throw new Error(`The seed has no user ${userId ?? 'at all'}`);
  return `UserAuthentication=${sessions.open(user)}`;
}
