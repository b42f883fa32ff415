import type { ServerHost } from '../../core/host';
import { fail, ok, type Result } from '../../core/result';
import type { Session } from '../../core/token-host';
import { signedOut } from '../anonymous';
import type { Asked, Carrier } from '../carrier';
import { type Answer, allowServer, request } from '../http';
import { identityOf } from '../identity';
import type { Slot } from '../slot';
import { ServerConnection } from './wire';

const ANONYMOUS = 'anonymous';
/** The name under which an address answers as if it were Azure DevOps Services. */
const HOSTED = new Set<string | number>([1, '1', 'hosted']);

function isAnonymous({ authenticatedUser: user }: ServerConnection): boolean {
  return user.id === '' || user.properties?.Account?.$value?.toLowerCase() === ANONYMOUS;
}

function isHosted({ value, headers }: Answer<ServerConnection>): boolean {
  const type = value.deploymentType ?? 2; // old servers do not say: they are on premises
  const speaksHosted = headers.has('X-VSS-ResourceTenant') && headers.has('X-VSS-AuthorizationEndpoint');
  return HOSTED.has(typeof type === 'string' ? type.toLowerCase() : type) || speaksHosted;
}

/**
 * Asks any place of a server who is signed in there and which collection or server it is. `connectionData` takes no
 * API version: old servers refuse one. Fails with `invalid` (`address`, `hosted`) where something poses as the cloud.
 * Source: server.md 5 and 9.1.
 */
type By = { slot?: Slot | undefined; carrier?: Carrier | undefined };

export async function connect(root: string, { slot, carrier }: By = {}): Promise<Result<Answer<ServerConnection>>> {
  allowServer(root);
  const signInUrl = root;
  const url = `${root}/_apis/connectionData?connectOptions=1&lastChangeId=-1&lastChangeId64=-1`;
  const asked = await request({ method: 'GET', url, signInUrl, slot, ...(carrier && { carrier }) }, ServerConnection);
  if (!asked.ok) return asked;
  if (isHosted(asked.value)) return fail({ kind: 'invalid', field: 'address', reason: 'hosted' });
  return isAnonymous(asked.value.value) ? fail(signedOut(signInUrl)) : asked;
}

/** Who is signed in to a collection. */
export async function identifyOnServer(host: Asked<ServerHost>, slot?: Slot): Promise<Result<Session>> {
  const asked = await connect(host.root, { slot, carrier: host.carrier });
  if (!asked.ok) return asked;
  const { authenticatedUser: user, instanceId } = asked.value.value;
  return ok({ identity: identityOf(user), organizationId: instanceId, servedAt: asked.value.servedAt });
}
