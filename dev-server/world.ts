import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Shelf } from './feeds/shelf';
import type { RecordedRequest } from './requests';
import type { Sessions } from './sessions';
import type { Switches } from './switches';
import type { Organization, User } from './tenant';
import type { Ledger } from './tokens';

/** All that the routes share. */
export type World = {
  now: () => number;
  users: User[];
  organizations: Organization[];
  ledger: Ledger;
  sessions: Sessions;
  switches: Switches;
  /** Where an organization's git repository lies; made on first use. */
  repositoryOf: (name: string) => Promise<string>;
  /** The packages that were published in feeds. */
  published: Shelf;
};

export type Env = {
  Bindings: HttpBindings;
  Variables: {
    world: World;
    request: RecordedRequest;
    /** Set by the guards of access.ts. */
    organization: Organization;
    user: User;
    /** Set by faults: the SessionTokenError with which every create is refused. */
    refusal?: string;
    /** Whether the answer is not the service's own, and has none of its headers. */
    unsigned?: boolean;
    /** Set by faults: a create makes two tokens and answers one. */
    twin?: boolean;
    /** Set by faults: a revoke answers success and revokes nothing. */
    revokeIgnored?: boolean;
  };
};

export type Ctx = Context<Env>;
