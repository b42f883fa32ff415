import * as z from 'zod/mini';
import { type Domain, type ServicesHost, servicesHost } from '../host';
import { fail, ok, type Result } from '../result';
import { addressOf } from './address-of';
import { holdsSecret } from './pasted-secret';

/** What a user's text names: an organization, or a place on a server that has to be looked at. */
export type Address = ServicesHost | ServerAddress;

/** `paths`: what may be the collection, a project in it or the whole server, the longest first; each begins with `/` or is empty. */
export type ServerAddress = { kind: 'address'; origin: string; paths: string[] };

/**
 * What was understood of an address that could not be added yet, as text: the browser has to ask for leave first, in a
 * tab, or somebody has to sign in there (`signInUrl`).
 */
export const Pending = z.object({ address: z.string(), signInUrl: z.nullable(z.string()) });
export type Pending = z.output<typeof Pending>;

/** An address as browsers read it, which is the one way to know which host a text leads to. */
const AsRead = z.url({ protocol: /^https?$/, normalize: true });

/** A host's name as browsers write it, without a sign that would be a pattern of many hosts in a permission. */
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9_][a-z0-9._-]*)$/;

type Parts = { origin: string; hostname: string; path: string };

/** The parts of an address that go on. Who signs in, what is asked and what is marked in the page are left behind here. */
function partsOf(text: string): Parts | undefined {
  const withScheme = /^(https?:|[a-z][a-z0-9+.-]*:\/\/)/i.test(text) ? text : `https://${text}`;
  const read = AsRead.safeParse(withScheme);
  if (!read.success) return undefined;
  const [, scheme = '', hostname = '', port = '', path = ''] =
    /^(https?:\/\/)(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:@]*)(:\d+)?([^?#]*)/.exec(read.data) ?? [];
  return HOST.test(hostname) ? { origin: `${scheme}${hostname}${port}`, hostname, path } : undefined;
}

const OLDER = 'visualstudio.com';

/**
 * Services of an organization that have hosts of their own: `{service}.dev.azure.com/{organization}` and
 * `{organization}.{service}.visualstudio.com`. Sources: azure-devops-docs, "Allowed IP addresses and domain URLs"; the
 * hosts in the public REST reference (vsts-rest-api-specs).
 */
const ITS_SERVICES =
  /^(advsec|almsearch|analytics|artifacts|auditservice|extmgmt|feeds|pkgs|vsaex|vsblob|vsrm|vssps|vstmr)$/;

/**
 * Names under visualstudio.com that are Microsoft's own, not organizations. Sources: services.md 3.2; the Visual Studio
 * Code documentation, "Network connections" (code, marketplace); the Visual Studio subscriptions documentation (my,
 * manage); azure-devops-docs as above and services.md 5 (the deployments: aexprod…, spsprod…, tfsprod…). The others are
 * linked from Microsoft's pages, now or once. An organization of such a name is reached by its name all the same.
 */
const NOT_ORGANIZATIONS =
  /^(aex|app|blogs|code|default|developercommunity|docs|download|feedback|gallery|go|help|learn|login|manage|marketplace|microsoft|my|online|portal|status|store|support|vs-ssh|vscode|vssps|www|(aex|sps|tfs|vsrm|pkgs)prod[a-z0-9-]*|sps[a-z]*\d+)$/;

type Named = { name: string; domain: Domain };

const NOBODY: Named = { name: '', domain: 'dev.azure.com' };

function underOlderAddress(labels: string[]): Named {
  const [name = '', service, ...more] = labels;
  const isOther = more.length > 0 || (service !== undefined && !ITS_SERVICES.test(service));
  return isOther || NOT_ORGANIZATIONS.test(name) ? NOBODY : { name, domain: OLDER };
}

/** The organization in an address of Azure DevOps Services; without a name where there is none, `undefined` on another host. */
function organizationIn({ hostname, path }: Parts): Named | undefined {
  const labels = hostname.split('.');
  const domain = labels.splice(-2).join('.');
  if (domain === OLDER) return underOlderAddress(labels);
  if (!/^(.*\.)?dev\.azure\.com$/.test(hostname)) return undefined;
  const service = labels.slice(0, -1); // without the `dev`
  const isOther = service.length > 1 || (service[0] !== undefined && !ITS_SERVICES.test(service[0]));
  return isOther ? NOBODY : { name: path.split('/')[1] ?? '', domain: 'dev.azure.com' };
}

/**
 * The organization in an address for git over SSH: `git@ssh.dev.azure.com:v3/{organization}/…`,
 * `{organization}@vs-ssh.visualstudio.com:v3/{organization}/…`, and the form before, in which it is the user alone.
 * Source: azure-devops-docs, "Use SSH key authentication"; azure-devops-docs issues 3203, 3204.
 */
function organizationBySsh(text: string): Named | undefined {
  const [, user = '', host, name] =
    /^(?:ssh:\/\/)?(?:([a-z0-9-]+)@)?(ssh\.dev\.azure\.com|vs-ssh\.visualstudio\.com)(?::\d+(?=\/))?[:/]\/?(?:v3\/([^/]+))?/i.exec(
      text,
    ) ?? [];
  if (host === undefined) return undefined;
  return /azure/i.test(host) ? { ...NOBODY, name: name ?? '' } : { name: name ?? user, domain: OLDER };
}

/** A server's default virtual directory up to 2018. Source: server.md 6. */
const USUAL_DIRECTORY = '/tfs';

/**
 * Where on a server a page can belong: its path up to the first segment that begins with `_`, and each path above.
 * Source: server.md 9.1.
 */
function serverAddress({ origin, path }: Parts): ServerAddress {
  const segments = path.split('/').filter((segment) => segment !== '');
  const page = segments.findIndex((segment) => segment.startsWith('_'));
  const place = page === -1 ? segments : segments.slice(0, page);
  const paths = Array.from({ length: place.length + 1 }, (_, dropped) =>
    place
      .slice(0, place.length - dropped)
      .map((segment) => `/${segment}`)
      .join(''),
  );
  return { kind: 'address', origin, paths: place.length === 0 ? ['', USUAL_DIRECTORY] : paths };
}

const MALFORMED: Result<never> = fail({ kind: 'invalid', field: 'address', reason: 'malformed' });

function read(text: string): Result<Address> {
  const isName = !/[./:]/.test(text);
  const parts = isName ? undefined : partsOf(text);
  const inParts = parts && organizationIn(parts);
  if (parts && !inParts) return ok(serverAddress(parts));
  const named = isName ? { ...NOBODY, name: text } : (organizationBySsh(text) ?? inParts ?? NOBODY);
  const host = servicesHost(named.name, named.domain);
  return host ? ok(host) : MALFORMED;
}

/**
 * The one reading of what a user's text or a page's address names: the organization of `fabrikam`,
 * `https://dev.azure.com/fabrikam/…` or `https://fabrikam.visualstudio.com/…`, which is the same organization under its
 * older address, with its own session; or any place on a server. Only what is in the answer goes on from here.
 * Fails with `invalid` (`address`): `empty`, or `malformed`, as everything is that has a secret where a name belongs.
 */
export function parseAddress(text: string): Result<Address> {
  const address = text.trim();
  if (address === '') return fail({ kind: 'invalid', field: 'address', reason: 'empty' });
  const found = read(address);
  return found.ok && holdsSecret(textOf(found.value)) ? MALFORMED : found;
}

/** What was understood, as a text that reads the same again: nobody who signs in, no query, no fragment. */
export function textOf(address: Address): string {
  return address.kind === 'services' ? addressOf(address) : `${address.origin}${address.paths[0] ?? ''}`;
}
