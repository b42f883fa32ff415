import type { HostId } from '../host';
import { type Placed, placedKey } from '../names/placed';

// What stands behind the `#` of the tab's address. It shows, or fills in fields; whatever is to be done is pressed there.

/** Everything known of these tokens. */
export const tokenAddress = (...all: Placed[]): string =>
  all.map((of) => `token=${encodeURIComponent(placedKey(of))}`).join('&');

/** New token, filled in by a purpose, for a host. */
export function newTokenAddress({ purpose, host }: { purpose: string; host: HostId }): string {
  return `new-token?purpose=${encodeURIComponent(purpose)}&host=${encodeURIComponent(host)}`;
}
