import type { Host } from '../core/host';
import { addressOf } from '../core/hosts/address-of';
import type { Result } from '../core/result';
import type { Session, TokenHost } from '../core/token-host';
import type { Asked } from './carrier';
import type { DoorMemory } from './door-memory';
import { serverOf } from './http';
import { pause, pauseOf } from './pace';
import { identifyOnServer } from './server/connection';
import { serverTokenHost } from './server/host';
import { tokenRoot } from './services/endpoint';
import { servicesTokenHost } from './services/host';
import { identifyOnServices } from './services/session';

/** The tokens behind a host, whichever product answers there. */
export function openHost(host: Asked, memory: DoorMemory): TokenHost {
  return host.kind === 'server' ? serverTokenHost(host, memory) : servicesTokenHost(host, memory);
}

/** Who is signed in to a host. */
export function identify(host: Asked): Promise<Result<Session>> {
  return host.kind === 'server' ? identifyOnServer(host) : identifyOnServices(host);
}

/** A page at each origin to which a host's requests are sent; of its own pages first. That there is one is assumed of the second. */
export function pagesOf(host: Host): [string, ...string[]] {
  return host.kind === 'server' ? [host.root] : [addressOf(host), tokenRoot(host)];
}

/** Until when a host has asked to be left alone, in milliseconds since 1970; 0 where it has not. */
export function pausedUntil(host: Host): number {
  return pauseOf(serverOf(addressOf(host)));
}

/** A pause that a host has asked a worker for which was ended since. */
export function keepPause(host: Host, until: number): void {
  pause(serverOf(addressOf(host)), until);
}
