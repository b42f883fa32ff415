import type { Host } from '../host';
import { addressOf } from './address-of';

/** The page on which a user sees and makes their tokens without us. Source: services.md 2.1; server.md 2 and 4. */
export function tokenPageOf(host: Host): string {
  const older = host.kind === 'server' && !host.hasProviders;
  return `${addressOf(host)}/${older ? '_details/security/tokens' : '_usersSettings/tokens'}`;
}
