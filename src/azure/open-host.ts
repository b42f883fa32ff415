import type { Host } from '../core/host';
import type { Result } from '../core/result';
import type { Session, TokenHost } from '../core/token-host';
import { identifyOnServer } from './server/connection';
import { serverTokenHost } from './server/host';
import { type DoorMemory, servicesTokenHost } from './services/host';
import { identifyOnServices } from './services/session';

export type { DoorMemory };

/** The tokens behind a host, whichever product answers there. */
export function openHost(host: Host, memory: DoorMemory): TokenHost {
  return host.kind === 'server' ? serverTokenHost(host) : servicesTokenHost(host, memory);
}

/** Who is signed in to a host. */
export function identify(host: Host): Promise<Result<Session>> {
  return host.kind === 'server' ? identifyOnServer(host) : identifyOnServices(host);
}
