import type { ServicesHost } from '../../core/host';
import { addressOf } from '../../core/hosts/address-of';
import { fail, ok, type Result } from '../../core/result';
import type { CreatedToken, Order } from '../../core/token-host';
import type { Asked } from '../carrier';
import { askProvider } from '../data-provider';
import type { Slot } from '../slot';
import { Created } from '../wire';
import { pages } from './endpoint';

/** The provider by which the servers' own pages make a token. */
export const ISSUE_PROVIDER = 'ms.vss-token-web.personal-access-token-issue-session-token-provider';

/** Creates a token the way the service's own token page does. Source: services.md 2.2, sample 12. */
export async function createByPage(host: Asked<ServicesHost>, order: Order, slot: Slot): Promise<Result<CreatedToken>> {
  const asked = await askProvider({ ...pages(host), slot }, ISSUE_PROVIDER, {
    displayName: order.name,
    validTo: new Date(order.expiresAt).toISOString(),
    scope: order.scopes.join(' '),
    targetAccounts: [order.organizationId],
    sourcePage: {
      url: `${addressOf(host)}/_usersSettings/tokens`,
      routeId: 'ms.vss-admin-web.user-admin-hub-route',
      routeValues: {
        adminPivot: 'tokens',
        controller: 'ContributedPage',
        action: 'Execute',
        serviceHost: `${order.organizationId} (${host.name})`,
      },
    },
  });
  if (!asked.ok) return asked;
  const created = Created.safeParse(asked.value);
  return created.success ? ok(created.data) : fail({ kind: 'misfit' });
}
