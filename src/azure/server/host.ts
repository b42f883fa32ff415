import { isNotHere } from '../../core/failure-meaning';
import type { ServerHost as Server } from '../../core/host';
import { fail, ok, type Result } from '../../core/result';
import type { Token } from '../../core/token';
import type { CreatedToken, InSlot, Listing, Order, TokenHost } from '../../core/token-host';
import { type Asked, carriedFor } from '../carrier';
import { type DoorMemory, rememberUnread } from '../door-memory';
import type { Endpoint } from '../endpoint';
import { serverOf } from '../http';
import { listSessionTokens, revokeSessionToken } from '../session-tokens';
import { endedBefore, type Place, slotsFor } from '../slot';
import { identifyOnServer } from './connection';
import { createByProvider, createSessionToken, tokenRootOf } from './create';
import { createByForm } from './edit-form';

type ServerHost = Asked<Server>;

function tokensOf(host: ServerHost): Endpoint {
  return { root: tokenRootOf(host), version: host.version, signInUrl: host.root, ...carriedFor(host) };
}

const placeOf = (host: ServerHost): Place => ({
  server: serverOf(host.root),
  identify: (slot) => identifyOnServer(host, slot),
});

/**
 * Tokens that name only other collections are left out. One that names several keeps all their names, by which it is one
 * token wherever it is listed. One that names none works wherever the user may go on this server; that is no token for
 * "all organizations", which end, but it is wider than one for this collection, and says so. Source: server.md 3 and 9.2.
 */
function ofCollection(listing: Listing, collectionId: string): Listing {
  const works = ({ organizationIds: ids }: Token) => ids === null || ids.includes(collectionId);
  const tokens = listing.tokens.filter(works).map((token) => ({
    ...token,
    organizationIds: token.organizationIds ?? [collectionId],
    ...(token.organizationIds === null && { inAllCollections: true as const }),
  }));
  return { ...listing, tokens };
}

const listAll = (host: ServerHost, servedAt: number) => listSessionTokens(tokensOf(host), servedAt);

type Slots = ReturnType<typeof slotsFor<Order>>;
type Create = (slots: Slots) => Promise<Result<CreatedToken>>;

/** The ways in which this version makes a token, the surest first. Source: the table of server.md 9.2. */
async function waysToCreate(host: ServerHost, memory: DoorMemory): Promise<Create[]> {
  // How far the server's clock is ahead, as the first way has seen it, which goes before the form.
  let ahead = 0;
  const bySessionIn =
    (createVersion: string): Create =>
    ({ take }) =>
      take((order, slot) => {
        ahead = Math.max(0, order.at - Date.now());
        return createSessionToken({ ...host, createVersion }, order, slot);
      });
  const bySession = bySessionIn(host.createVersion);
  const byForm: Create = ({ take }) =>
    createByForm(host, take, (servedAt = Date.now() + ahead) => listAll(host, servedAt));
  const byProvider: Create = async ({ take }) =>
    rememberUnread(memory, await take((order, slot) => createByProvider(host, order, slot)));
  // An older server that does not take the version in which such servers are known to take a create: in its newest one.
  const byNewest = host.version === host.createVersion ? [] : [bySessionIn(host.version)];
  if (!host.hasProviders) return [bySession, ...byNewest, byForm];
  return (await memory.recall()).pageProvider === false ? [bySession, byProvider] : [byProvider, bySession];
}

async function create(host: ServerHost, memory: DoorMemory, order: InSlot<Order>): Promise<Result<CreatedToken>> {
  const slots = slotsFor(placeOf(host), { ask: order });
  for (const createBy of await waysToCreate(host, memory)) {
    const created = await createBy(slots);
    if (created.ok || endedBefore(created.failure) || !isNotHere(created.failure)) return created;
  }
  return fail({ kind: 'unsupported' });
}

/** The tokens of a collection on a server. The next way to create is tried only after a plain "not here". */
export function serverTokenHost(host: ServerHost, memory: DoorMemory): TokenHost {
  return {
    list: async (session) => {
      const listed = await listAll(host, session.servedAt ?? Date.now());
      return listed.ok ? ok(ofCollection(listed.value, session.organizationId)) : listed;
    },
    create: (order) => create(host, memory, order),
    revoke: (id, may, seen) =>
      slotsFor(placeOf(host), { ask: may, ...(seen && { seen }) }).take((_, slot) =>
        revokeSessionToken({ ...tokensOf(host), slot }, id),
      ),
  };
}
