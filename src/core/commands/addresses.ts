import type { HostId } from '../host';
import type { TokenId } from '../token';

// What stands behind the `#` of the tab's address. It shows, or fills in fields; whatever is to be done is pressed there.

/** Everything known of a token. */
export const tokenAddress = (id: TokenId): string => `token=${id}`;

/** New token, filled in by a purpose, for a host. */
export function newTokenAddress({ purpose, host }: { purpose: string; host: HostId }): string {
  return `new-token?purpose=${encodeURIComponent(purpose)}&host=${encodeURIComponent(host)}`;
}
