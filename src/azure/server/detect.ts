import { HostId, ServerHost } from '../../core/host';
import { type Failure, fail, ok, type Result } from '../../core/result';
import type { ServerAddress } from '../address';
import { request, requestPage } from '../http';
import { connect } from './connection';
import { locationOf, TOKENS, versionsOf } from './locations';
import { productByApi, productIn } from './versions';
import { Collections, type Location } from './wire';

/** Where a server answered: an address, and which collection or server it is. */
type Found = { root: string; instanceId: string; deploymentId: string | undefined };

/** Failures that say "not here", so that the next path is looked at; any other one is the answer. */
const NOT_HERE: ReadonlySet<Failure['kind']> = new Set(['not-found', 'unsupported', 'misfit', 'invalid']);

function isElsewhere(failure: Failure): boolean {
  if (failure.kind === 'invalid' && failure.field === 'address') return false;
  // A page of HTML with status 200 is somebody else's site, or a page of the server's that is no API.
  return NOT_HERE.has(failure.kind) || (failure.kind === 'signed-out' && failure.by === 'page');
}

/** Every path of the address at which the server answers, the longest first. */
async function lookAround({ origin, paths }: ServerAddress): Promise<Result<Found[]>> {
  const found: Found[] = [];
  let refused: Failure | undefined;
  for (const path of paths) {
    const root = `${origin}${path}`;
    const asked = await connect(root);
    if (asked.ok) {
      const { instanceId, deploymentId } = asked.value.value;
      found.push({ root, instanceId, deploymentId: deploymentId ?? undefined });
    } else if (!isElsewhere(asked.failure)) refused ??= asked.failure;
    if (refused && ['offline', 'timeout', 'throttled'].includes(refused.kind)) break;
  }
  if (found.length > 0) return ok(found);
  return fail(refused ?? { kind: 'invalid', field: 'address', reason: 'no-server' });
}

/** The whole server is the shortest address that is no collection: those of a project answer as its collection. */
function sortOut(found: Found[]): { base: string; collection: Found | undefined } {
  const shortest = found.at(-1);
  const isServer = ({ instanceId, deploymentId }: Found) =>
    deploymentId === undefined
      ? instanceId === shortest?.instanceId && found.some((other) => other.instanceId !== instanceId)
      : instanceId === deploymentId;
  const [deepest] = found.filter((each) => !isServer(each));
  const collection = found.findLast((each) => each.instanceId === deepest?.instanceId && !isServer(each));
  const server = found.findLast(isServer);
  return { base: server?.root ?? collection?.root ?? shortest?.root ?? '', collection };
}

/** The names of a server's collections; none where it does not tell them. */
async function collectionNames(base: string): Promise<string[]> {
  const ask = { method: 'GET' as const, url: `${base}/_apis/projectCollections?$top=100`, signInUrl: base };
  const asked = await request(ask, Collections);
  return asked.ok ? asked.value.value.value.map(({ name }) => name) : [];
}

/** The product that a page of the server names, if it names one. */
async function pageProduct(root: string, page: string): Promise<string | undefined> {
  const read = await requestPage({ url: `${root}/${page}`, signInUrl: root });
  return read.ok ? productIn(read.value) : undefined;
}

/** Names are shown as they are read, not as they are sent. */
function nameOf(root: string): string {
  const shown = root.replace(/^https?:\/\//, '');
  try {
    return decodeURIComponent(shown);
  } catch {
    return shown;
  }
}

const TOO_OLD: Result<never> = fail({ kind: 'invalid', field: 'address', reason: 'too-old' });

/** What to go by where a server does not answer OPTIONS at all: its product. That it keeps tokens is an assumption then. */
function guessFrom(product: string | undefined): Location {
  return { id: TOKENS, maxVersion: product?.startsWith('TFS') ? '3.0' : '5.0', resourceVersion: 1 };
}

type Tokens = { location: Location; at: ServerHost['tokensAt'] };

/** Where a server keeps tokens, by what it says of itself. Fails where it says that it keeps none, as before TFS 2017. */
async function findTokens(root: string, base: string): Promise<Result<Tokens>> {
  const atCollection = await locationOf(root, 'tokens');
  if (atCollection.ok) return ok({ location: atCollection.value, at: 'collection' });
  const atServer = base === root ? atCollection : await locationOf(base, 'tokens');
  if (atServer.ok) return ok({ location: atServer.value, at: 'server' });
  if (atCollection.failure.kind === 'not-found') return TOO_OLD;
  return ok({ location: guessFrom(await pageProduct(root, '_home/About')), at: 'collection' });
}

/** What a collection can do, asked of itself. */
async function describe(root: string, base: string): Promise<Result<ServerHost>> {
  const tokens = await findTokens(root, base);
  if (!tokens.ok) return tokens;
  const { location, at } = tokens.value;
  const { version, createVersion, isOld } = versionsOf(location);
  const host = ServerHost.safeParse({
    id: HostId.parse(`server:${root.toLowerCase()}`),
    kind: 'server',
    name: nameOf(root),
    root,
    base,
    product: (await pageProduct(root, isOld ? '_home/About' : '')) ?? productByApi(String(location.maxVersion ?? '')),
    tokensAt: at,
    version,
    createVersion,
    hasProviders: (await locationOf(root, 'providers')).ok,
  });
  return host.success ? ok(host.data) : fail({ kind: 'invalid', field: 'address', reason: 'malformed' });
}

/**
 * The collection that an address on a server belongs to, first, and the others of the same server after it.
 * Fails with what kept it from finding out: nobody signed in, no Azure DevOps there (`invalid`, `address`: `no-server`,
 * `hosted`, `too-old`), or no answer. Source: server.md 9.1.
 */
export async function detect(address: ServerAddress): Promise<Result<ServerHost[]>> {
  const found = await lookAround(address);
  if (!found.ok) return found;
  const { base, collection } = sortOut(found.value);
  const listed = (await collectionNames(base)).map((name) => `${base}/${encodeURIComponent(name)}`);
  const isNamed = (root: string) => root.toLowerCase() === collection?.root.toLowerCase();
  const roots = [...(collection ? [collection.root] : []), ...listed.filter((root) => !isNamed(root))];
  if (roots.length === 0) return fail({ kind: 'invalid', field: 'address', reason: 'no-collection' });
  const [first, ...others] = await Promise.all(roots.map((root) => describe(root, base)));
  if (!first?.ok) return first ?? fail({ kind: 'not-found' });
  return ok([first.value, ...others.flatMap((other) => (other.ok ? other.value : []))]);
}
