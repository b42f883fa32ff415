import type { Host } from '../host';

/** Where a host's own pages are. The name is checked where a host is made, so it cannot leave its place. */
export function addressOf(host: Host): string {
  if (host.kind === 'server') return host.root;
  const { name, domain } = host;
  return domain === 'dev.azure.com' ? `https://dev.azure.com/${name}` : `https://${name}.visualstudio.com`;
}
