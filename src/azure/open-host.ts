import { addressOf, type Host } from '../core/host';
import type { Result } from '../core/result';
import type { Session, TokenHost } from '../core/token-host';
import type { DoorMemory } from './door-memory';
import { identifyOnServer } from './server/connection';
import { serverTokenHost } from './server/host';
import { tokenRoot } from './services/endpoint';
import { servicesTokenHost } from './services/host';
import { identifyOnServices } from './services/session';

/** The tokens behind a host, whichever product answers there. */
export function openHost(host: Host, memory: DoorMemory): TokenHost {
  return host.kind === 'server' ? serverTokenHost(host, memory) : servicesTokenHost(host, memory);
}

/** Who is signed in to a host. */
export function identify(host: Host): Promise<Result<Session>> {
  return host.kind === 'server' ? identifyOnServer(host) : identifyOnServices(host);
}

/** Where a host's changes are sent; that of its own pages first. */
export function originsOf(host: Host): [string, ...string[]] {
  const { origin } = new URL(addressOf(host));
  return host.kind === 'server' ? [origin] : [origin, new URL(tokenRoot(host)).origin];
}
