import { type ServicesHost, servicesHost } from '../../core/host';
import { parseAddress } from '../../core/hosts/address';
import { addressOf } from '../../core/hosts/address-of';
import { fail, ok, type Result } from '../../core/result';
import type { Session } from '../../core/token-host';
import { isAnonymousId, signedOut } from '../anonymous';
import { type Asked, carriedFor } from '../carrier';
import { askProvider } from '../data-provider';
import { request } from '../http';
import { identityOf } from '../identity';
import type { Slot } from '../slot';
import { pages } from './endpoint';
import { ConnectionData, Organizations } from './wire';

/** Who is signed in to an organization, decided by `connectionData` alone; the anonymous identity is signed out. */
export async function identifyOnServices(host: Asked<ServicesHost>, slot?: Slot): Promise<Result<Session>> {
  const signInUrl = addressOf(host);
  const url = `${signInUrl}/_apis/connectionData?connectOptions=1&lastChangeId=-1&lastChangeId64=-1`;
  const asked = await request({ method: 'GET', url, signInUrl, slot, ...carriedFor(host) }, ConnectionData);
  if (!asked.ok) return asked;
  const { authenticatedUser: user, instanceId } = asked.value.value;
  if (isAnonymousId(user.id)) return fail(signedOut(signInUrl));
  return ok({ identity: identityOf(user), organizationId: instanceId, servedAt: asked.value.servedAt });
}

const MY_ORGANIZATIONS = 'ms.vss-features.my-organizations-data-provider';

/**
 * The user's organizations, asked through one of them, which is always among them (the provider may leave it out).
 * Names come from either form of address. Source: services.md 4.3 and Readings 10.
 */
export async function organizations(host: ServicesHost): Promise<Result<ServicesHost[]>> {
  const asked = await askProvider(pages(host), MY_ORGANIZATIONS, {});
  if (!asked.ok) return asked;
  const read = Organizations.safeParse(asked.value);
  if (!read.success) return fail({ kind: 'misfit' });
  const named = read.data.organizations.flatMap(({ name, url }) => {
    const addressed = parseAddress(url ?? '');
    const inAddress = addressed.ok && addressed.value.kind === 'services' ? addressed.value.name : '';
    return servicesHost(name || inAddress, host.domain) ?? [];
  });
  return ok([...new Map([host, ...named].map((each) => [each.id, each])).values()]);
}
