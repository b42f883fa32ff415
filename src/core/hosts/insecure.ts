import type { Host } from '../host';
import { addressOf } from './address-of';

/** Whether what is sent there can be read on the way. This computer's own addresses cannot. */
export function isInsecure(host: Host): boolean {
  const name = /^http:\/\/(\[[^\]]*\]|[^/:]+)/.exec(addressOf(host))?.[1];
  return name !== undefined && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(name);
}
