import { meaningOf } from '../../core/failure-meaning';
import type { ServerAddress } from '../../core/hosts/address';
import { type Failure, fail, ok, type Result } from '../../core/result';
import { request } from '../http';
import { connect } from './connection';
import { Collections } from './wire';

/** Where a server answered: an address, and which collection or server it is. */
export type Place = { root: string; instanceId: string; deploymentId: string | undefined };

/**
 * What is at an address: the whole server, the collection that the address is in, and the server's other ones; `isCut`
 * where it has more of them than were asked.
 */
export type Site = { base: string; collection: Place | undefined; others: Place[]; isCut: boolean };

/** Whether it says "not here", so that the next path is looked at: somebody else's site, or a page that is no API. */
function isElsewhere(failure: Failure): boolean {
  if (failure.kind === 'invalid' && failure.field === 'address') return false;
  const { place } = meaningOf(failure);
  return place === 'not-here' || place === 'no-api';
}

async function ask(root: string): Promise<Result<Place>> {
  const asked = await connect(root);
  if (!asked.ok) return asked;
  const { instanceId, deploymentId } = asked.value.value;
  return ok({ root, instanceId, deploymentId: deploymentId ?? undefined });
}

/** Every path of the address at which the server answers, the longest first. */
async function answering({ origin, paths }: ServerAddress): Promise<Result<Place[]>> {
  const found: Place[] = [];
  let refused: Failure | undefined;
  for (const path of paths) {
    const asked = await ask(`${origin}${path}`);
    if (asked.ok) found.push(asked.value);
    // It may be over in a minute, and what is found without that path could be wrong for good.
    else if (meaningOf(asked.failure).place === 'unsaid') return asked;
    else if (!isElsewhere(asked.failure)) refused ??= asked.failure;
  }
  return found.length > 0 ? ok(found) : fail(refused ?? { kind: 'invalid', field: 'address', reason: 'no-server' });
}

/** So many are asked, whatever a server lists: each costs some requests, and a place in the list of hosts. */
const MOST_COLLECTIONS = 100;
/** In an address; what is longer is no name that anybody gave. */
const LONGEST_NAME = 256;

/**
 * The addresses of a server's collections; none where it does not tell them. A name that is no text is left out. Others
 * can be added by their addresses.
 */
async function collectionsAt(base: string): Promise<{ roots: string[]; isCut: boolean }> {
  const url = `${base}/_apis/projectCollections?$top=${MOST_COLLECTIONS + 1}`; // whether there is one more
  const asked = await request({ method: 'GET', url, signInUrl: base }, Collections);
  const names = asked.ok ? asked.value.value.value.map(({ name }) => name) : [];
  const roots = names
    .slice(0, MOST_COLLECTIONS)
    .filter((name) => name.length <= LONGEST_NAME && !/\p{Cs}/u.test(name))
    .map((name) => `${base}/${encodeURIComponent(name)}`);
  return { roots, isCut: names.length > MOST_COLLECTIONS };
}

const isServer = ({ instanceId, deploymentId }: Place) => instanceId === deploymentId;

/**
 * Which of the places is the whole server. It has the deployment's own id; where old servers do not tell that, it is the
 * shortest place, if a longer one is something else or if it lists collections that it is not one of itself.
 */
async function serverAmong(found: Place[]): Promise<Place | undefined> {
  const shortest = found.at(-1);
  if (shortest === undefined || found.some(({ deploymentId }) => deploymentId !== undefined))
    return found.findLast(isServer);
  if (found.some(({ instanceId }) => instanceId !== shortest.instanceId)) return shortest;
  const name = shortest.root.split('/').at(-1)?.toLowerCase() ?? '';
  const { roots: listed } = await collectionsAt(shortest.root);
  const isOne = listed.some((root) => root.toLowerCase().endsWith(`/${name}`));
  return listed.length > 0 && !isOne ? shortest : undefined;
}

/** Collections of the server beside those that were found; each has answered, as somebody of its own. */
async function othersAt(server: Place, found: Place[]): Promise<Pick<Site, 'others' | 'isCut'>> {
  const seen = new Set(found.map(({ instanceId }) => instanceId));
  const others: Place[] = [];
  const { roots, isCut } = await collectionsAt(server.root);
  for (const root of roots) {
    const asked = await ask(root);
    if (!asked.ok || seen.has(asked.value.instanceId)) continue;
    seen.add(asked.value.instanceId);
    others.push(asked.value);
  }
  return { others, isCut };
}

/**
 * What a user's address on a server is part of. Those of a project answer as its collection, so of the places with one
 * instance the shortest is the collection. Source: server.md 9.1.
 */
export async function lookAround(address: ServerAddress): Promise<Result<Site>> {
  const found = await answering(address);
  if (!found.ok) return found;
  const server = await serverAmong(found.value);
  const places = found.value.filter(({ instanceId }) => instanceId !== server?.instanceId);
  const collection = places.findLast(({ instanceId }) => instanceId === places[0]?.instanceId);
  const beside = server ? await othersAt(server, found.value) : { others: [], isCut: false };
  return ok({ base: server?.root ?? collection?.root ?? '', collection, ...beside });
}
