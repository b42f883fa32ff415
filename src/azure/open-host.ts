import type { Host } from '../core/host';
import type { TokenHost } from '../core/token-host';
import { type DoorMemory, servicesTokenHost } from './services/host';

export type { DoorMemory };

/** The tokens behind a host, whichever product answers there. */
export function openHost(host: Host, memory: DoorMemory): TokenHost {
  return servicesTokenHost(host, memory);
}
