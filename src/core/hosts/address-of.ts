import type { Host } from '../host';

/** Where a host's own pages are. The name is checked where a host is made, so it cannot leave its place. */
export function addressOf(host: Host): string {
  if (host.kind === 'server') return host.root;
  const { name, domain } = host;
  return domain === 'dev.azure.com' ? `https://dev.azure.com/${name}` : `https://${name}.visualstudio.com`;
}

/** The page on which a user sees and makes their tokens without us. Source: services.md 2.1; server.md 2 and 4. */
export function tokenPageOf(host: Host): string {
  const older = host.kind === 'server' && !host.hasProviders;
  return `${addressOf(host)}/${older ? '_details/security/tokens' : '_usersSettings/tokens'}`;
}
