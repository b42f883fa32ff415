import { randomUUID } from 'node:crypto';
import { createAdaptorServer } from '@hono/node-server';
import { FaultBoard } from '../fault-board';
import { repositories } from '../git/repository';
import { listen } from '../listen';
import type { RecordedRequest } from '../requests';
import { seedWith } from '../seed';
import { Sessions } from '../sessions';
import { type Switches, usualSwitches } from '../switches';
import { users } from '../tenant';
import { Ledger } from '../tokens';
import type { World } from '../world';
import { onPremApplication } from './application';
import { type ProfileName, profiles } from './profiles';
import type { Site } from './site';
import { type OnPremSwitches, usualOnPremSwitches } from './switches';

export type OnPremOptions = {
  profile: ProfileName;
  /** `/tfs` by default; empty for none. */
  virtualDirectory?: string;
  /** Names of the collections; `DefaultCollection` alone by default. */
  collections?: string[];
  port?: number;
  now?: () => number;
  switches?: Partial<OnPremSwitches & Switches>;
};

export type OnPremServer = Awaited<ReturnType<typeof createOnPremServer>>;

function worldOf({ collections = ['DefaultCollection'], now = Date.now, switches }: OnPremOptions) {
  const ledger = new Ledger(now);
  const members = [users.normal.id, users.raisa.id];
  const organizations = collections.map((name) => ({ id: randomUUID(), name, url: '', members }));
  const [first] = organizations;
  for (const { token, madeBy } of seedWith(12, now()).tokens)
    if (token.userId === users.normal.id) ledger.add({ ...token, targetAccounts: first ? [first.id] : null }, madeBy);
  const shelf = repositories(undefined);
  const world: World = {
    now,
    users: [users.normal, users.raisa],
    organizations,
    ledger,
    sessions: new Sessions(),
    switches: { ...usualSwitches(), listForm: 'flat', ...switches },
    repositoryOf: (name) => shelf.of(name.replace(/[^a-z0-9]/gi, '-')),
    published: new Map(),
  };
  return { world, shelf };
}

/** Starts a server on premises on 127.0.0.1, over plain http as TFS is installed by default (D). Any host name is taken. */
export async function createOnPremServer(options: OnPremOptions) {
  const { world, shelf } = worldOf(options);
  const site: Site = {
    profile: profiles[options.profile],
    virtualDirectory: options.virtualDirectory ?? '/tfs',
    deploymentId: randomUUID(),
    switches: { ...usualOnPremSwitches(), ...options.switches },
  };
  const requests: RecordedRequest[] = [];
  const alarms: string[] = [];
  const faults = new FaultBoard();
  const { fetch } = onPremApplication(world, site, { requests, alarms, faults });
  const listener = createAdaptorServer({ fetch, serverOptions: { keepAliveTimeout: 0 } });
  const { port, close } = await listen(listener, options.port);
  return {
    port,
    url: `http://127.0.0.1:${port}${site.virtualDirectory}`,
    requests,
    alarms,
    faults,
    ledger: world.ledger,
    collections: world.organizations,
    switches: site.switches,
    close: async () => {
      await close();
      await shelf.remove();
    },
  };
}
