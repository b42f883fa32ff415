import { isNotHere } from '../../core/failure-meaning';
import { HostId, ServerHost } from '../../core/host';
import type { ServerAddress } from '../../core/hosts/address';
import type { Found } from '../../core/hosts/found-host';
import { fail, ok, type Result } from '../../core/result';
import { cut } from '../cut';
import { requestPage } from '../http';
import { listSessionTokens } from '../session-tokens';
import { tokensLocation, type Versions, versionsFor, versionsOf } from './locations';
import { isPassing, lookAround, type Place } from './look-around';
import { productByApi, productIn } from './versions';
import type { Location } from './wire';

/** The product that the pages of a collection name, if they do: first as those since 2019, then as those before. */
async function productAt(root: string): Promise<string | undefined> {
  for (const page of ['', '_home/About']) {
    const read = await requestPage({ url: `${root}/${page}`, signInUrl: root });
    const product = read.ok ? productIn(read.value) : undefined;
    if (product) return product;
  }
  return undefined;
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

type Tokens = { location: Location | null; at: ServerHost['tokensAt'] };

/** Where a server keeps tokens, by what it says; `location` is `null` where it does not say anything. */
async function tokensOf(root: string, base: string): Promise<Result<Tokens>> {
  const here = await tokensLocation(root);
  if (here.ok && here.value) return ok({ location: here.value, at: 'collection' });
  if (!here.ok && isPassing(here.failure)) return here;
  const there = base === root ? here : await tokensLocation(base);
  if (there.ok && there.value) return ok({ location: there.value, at: 'server' });
  if (!there.ok && (isPassing(there.failure) || (here.ok && !isNotHere(there.failure)))) return there;
  return here.ok ? TOO_OLD : ok({ location: null, at: 'collection' });
}

/** Where a server that does not say what it has keeps tokens: it is asked for them, once at each level. Source: server.md 9.2. */
async function triedAt(root: string, base: string, { version }: Versions): Promise<Result<Tokens['at']>> {
  const listAt = (level: string) => listSessionTokens({ root: level, version, signInUrl: root }, Date.now());
  const here = await listAt(root);
  if (here.ok) return ok('collection');
  const there = base === root || !isNotHere(here.failure) ? here : await listAt(base);
  if (there.ok) return ok('server');
  return isNotHere(there.failure) ? TOO_OLD : there;
}

/** What a collection can do, asked of itself. Fails with `too-old` where it keeps no tokens, as before TFS 2017. */
async function describe({ root, instanceId }: Place, base: string): Promise<Result<Found>> {
  const tokens = await tokensOf(root, base);
  if (!tokens.ok) return tokens;
  const { location } = tokens.value;
  const product = await productAt(root);
  const said = location ? versionsOf(location) : undefined;
  const versions = said ?? versionsFor(product);
  const tokensAt = said ? ok(tokens.value.at) : await triedAt(root, base, versions);
  if (!tokensAt.ok) return tokensAt;
  const host = ServerHost.safeParse({
    id: HostId.parse(`server:${root.toLowerCase()}`),
    kind: 'server',
    name: cut(nameOf(root)),
    root,
    base,
    product: product ?? productByApi(String(location?.maxVersion ?? '')),
    tokensAt: tokensAt.value,
    version: versions.version,
    createVersion: versions.createVersion,
    hasProviders: !versions.isOld,
  });
  return host.success
    ? ok({ host: host.data, instanceId })
    : fail({ kind: 'invalid', field: 'address', reason: 'malformed' });
}

/** That the others are not all that there are is said of each, so that it is known whichever of them stays. */
const saidToBeCut = (found: Found): Found =>
  found.host.kind === 'server' ? { ...found, host: { ...found.host, hasMoreBeside: true } } : found;

/**
 * The collection that an address on a server belongs to, first, and the others of the same server after it. One that
 * cannot be described is left out, but not the one that the address names.
 * Fails with what kept it from finding out: nobody signed in, no Azure DevOps there (`invalid`, `address`: `no-server`,
 * `hosted`, `too-old`, `no-collection`), or no answer. Source: server.md 9.1.
 */
export async function detect(address: ServerAddress): Promise<Result<Found[]>> {
  const site = await lookAround(address);
  if (!site.ok) return site;
  const { base, collection, others } = site.value;
  const named = collection === undefined ? undefined : await describe(collection, base);
  if (named?.ok === false) return named;
  // One after the other: a server has four places in its queue, and a user may want something else of it.
  const described: Result<Found>[] = [];
  for (const place of others) described.push(await describe(place, base));
  const hosts = [...(named ? [named] : []), ...described].flatMap((each) => (each.ok ? each.value : []));
  if (hosts.length > 0) return ok(site.value.isCut ? hosts.map(saidToBeCut) : hosts);
  return described[0] && !described[0].ok
    ? described[0]
    : fail({ kind: 'invalid', field: 'address', reason: 'no-collection' });
}
