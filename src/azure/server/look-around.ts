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

/** Whether a failure tells nothing of what the server can do. Of the unexpected ones those say something that are not of 500 and more. */
export function isPassing(failure: Failure): boolean {
  if (failure.kind === 'unexpected') return /^5\d\d/.test(failure.detail);
  const { place } = meaningOf(failure);
  return place === 'unsaid' || place === 'troubled';
}

/** The places that answered, the longest path first, and what was refused at a longer one than all of theirs. */
type Answered = { found: Place[]; refused: Failure | undefined };

/** Every path of the address at which the server answers. */
async function answering({ origin, paths }: ServerAddress): Promise<Result<Answered>> {
  const found: Place[] = [];
  let refused: Failure | undefined;
  for (const path of paths) {
    const asked = await ask(`${origin}${path}`);
    if (asked.ok) found.push(asked.value);
    // It may be over in a minute, and what is found without that path could be wrong for good.
    else if (meaningOf(asked.failure).place === 'unsaid') return asked;
    else if (!isElsewhere(asked.failure) && found.length === 0) refused ??= asked.failure;
  }
  if (found.length > 0) return ok({ found, refused });
  return fail(refused ?? { kind: 'invalid', field: 'address', reason: 'no-server' });
}

/** So many are asked, whatever a server lists: each costs some requests, and a place in the list of hosts. */
const MOST_COLLECTIONS = 100;
/** In an address; what is longer is no name that anybody gave. */
const LONGEST_NAME = 256;

type Roots = { roots: string[]; isCut: boolean };

/**
 * The addresses of a server's collections; none where it does not tell them, and a failure where it is in trouble. A name
 * that is no text is left out. Others can be added by their addresses.
 */
async function collectionsAt(base: string): Promise<Result<Roots>> {
  const url = `${base}/_apis/projectCollections?$top=${MOST_COLLECTIONS + 1}`; // whether there is one more
  const asked = await request({ method: 'GET', url, signInUrl: base }, Collections);
  if (!asked.ok && isPassing(asked.failure)) return asked;
  const names = asked.ok ? asked.value.value.value.map(({ name }) => name) : [];
  const roots = names
    .slice(0, MOST_COLLECTIONS)
    .filter((name) => name.length <= LONGEST_NAME && !/\p{Cs}/u.test(name))
    .map((name) => `${base}/${encodeURIComponent(name)}`);
  return ok({ roots, isCut: names.length > MOST_COLLECTIONS });
}

const isServer = ({ instanceId, deploymentId }: Place) => instanceId === deploymentId;

/**
 * Which of the places is the whole server. It has the deployment's own id; where old servers do not tell that, it is the
 * shortest place, if a longer one is something else or if it lists collections that it is not one of itself.
 */
async function serverAmong(found: Place[]): Promise<Result<Place | undefined>> {
  const shortest = found.at(-1);
  if (shortest === undefined || found.some(({ deploymentId }) => deploymentId !== undefined))
    return ok(found.findLast(isServer));
  if (found.some(({ instanceId }) => instanceId !== shortest.instanceId)) return ok(shortest);
  const name = shortest.root.split('/').at(-1)?.toLowerCase() ?? '';
  const listed = await collectionsAt(shortest.root);
  if (!listed.ok) return listed;
  const { roots } = listed.value;
  const isOne = roots.some((root) => root.toLowerCase().endsWith(`/${name}`));
  return ok(roots.length > 0 && !isOne ? shortest : undefined);
}

type Beside = Pick<Site, 'others' | 'isCut'>;
const NONE_BESIDE: Beside = { others: [], isCut: false };

/**
 * Collections of the server beside those that were found; each has answered, as somebody of its own. Fails where nothing
 * but the server itself was found, and none of its collections lets in.
 */
async function othersAt(server: Place, found: Place[]): Promise<Result<Beside>> {
  const listed = await collectionsAt(server.root);
  if (!listed.ok) return listed;
  const { roots, isCut } = listed.value;
  const seen = new Set(found.map(({ instanceId }) => instanceId));
  const others: Place[] = [];
  let refused: Failure | undefined;
  for (const root of roots) {
    const asked = await ask(root);
    if (!asked.ok) refused ??= asked.failure;
    if (!asked.ok || seen.has(asked.value.instanceId)) continue;
    seen.add(asked.value.instanceId);
    others.push(asked.value);
  }
  return refused && seen.size === 1 ? fail(refused) : ok({ others, isCut });
}

/**
 * What a user's address on a server is part of. Those of a project answer as its collection, so of the places with one
 * instance the shortest is the collection. Where the server answers and the collection that is named refuses, that is the
 * answer: another one is not meant. Source: server.md 9.1.
 */
export async function lookAround(address: ServerAddress): Promise<Result<Site>> {
  const answered = await answering(address);
  if (!answered.ok) return answered;
  const { found, refused } = answered.value;
  const among = await serverAmong(found);
  if (!among.ok) return among;
  const server = among.value;
  const places = found.filter(({ instanceId }) => instanceId !== server?.instanceId);
  const collection = places.findLast(({ instanceId }) => instanceId === places[0]?.instanceId);
  if (server && !collection && refused) return fail(refused);
  const beside = server ? await othersAt(server, found) : ok(NONE_BESIDE);
  if (!beside.ok && !collection) return beside;
  const base = server?.root ?? collection?.root ?? '';
  return ok({ base, collection, ...(beside.ok ? beside.value : NONE_BESIDE) });
}
