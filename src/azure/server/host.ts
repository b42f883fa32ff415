import { isNotHere } from '../../core/failure-meaning';
import type { ServerHost } from '../../core/host';
import { fail, ok } from '../../core/result';
import type { Token } from '../../core/token';
import type { Listing, TokenHost } from '../../core/token-host';
import { type DoorMemory, rememberUnread } from '../door-memory';
import type { Endpoint } from '../endpoint';
import { listSessionTokens, revokeSessionToken } from '../session-tokens';
import { createByProvider, createSessionToken } from './create';
import { createByForm } from './edit-form';

/** Where a collection's tokens are kept. */
function tokensOf(host: ServerHost): Endpoint {
  const root = host.tokensAt === 'collection' ? host.root : host.base;
  return { root, version: host.version, signInUrl: host.root };
}

/**
 * Tokens that name other collections are left out. One that names none works wherever the user may go on this server;
 * there is no "all organizations" here. Source: server.md 3 and 9.2.
 */
function ofCollection(listing: Listing, collectionId: string): Listing {
  const works = ({ organizationIds: ids }: Token) => ids === null || ids.includes(collectionId);
  const tokens = listing.tokens.filter(works).map((token) => ({ ...token, organizationIds: [collectionId] }));
  return { ...listing, tokens };
}

const listAll = (host: ServerHost, servedAt: number) => listSessionTokens(tokensOf(host), servedAt);

type Create = TokenHost['create'];

/** The ways in which this version makes a token, the surest first. Source: the table of server.md 9.2. */
async function waysToCreate(host: ServerHost, memory: DoorMemory): Promise<Create[]> {
  const bySession: Create = (order) => createSessionToken(host, tokensOf(host).root, order);
  const byForm: Create = (order) => createByForm(host, order, () => listAll(host, Date.now()));
  const byProvider: Create = async (order) => rememberUnread(memory, await createByProvider(host, order));
  if (!host.hasProviders) return [bySession, byForm];
  return (await memory.recall()).pageProvider === false ? [bySession, byProvider] : [byProvider, bySession];
}

/** The tokens of a collection on a server. The next way to create is tried only after a plain "not here". */
export function serverTokenHost(host: ServerHost, memory: DoorMemory): TokenHost {
  return {
    list: async (session) => {
      const listed = await listAll(host, session.servedAt ?? Date.now());
      return listed.ok ? ok(ofCollection(listed.value, session.organizationId)) : listed;
    },
    create: async (order) => {
      for (const create of await waysToCreate(host, memory)) {
        const created = await create(order);
        if (created.ok || !isNotHere(created.failure)) return created;
      }
      return fail({ kind: 'unsupported' });
    },
    revoke: (id) => revokeSessionToken(tokensOf(host), id),
  };
}
