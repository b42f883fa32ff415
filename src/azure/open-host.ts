import type { Host } from '../core/host';
import type { TokenHost } from '../core/token-host';
import { type LifecycleMemory, servicesTokenHost } from './services/host';

/** The tokens behind a host, whichever product answers there. */
export function openHost(host: Host, memory: LifecycleMemory): TokenHost {
  return servicesTokenHost(host, memory);
}
