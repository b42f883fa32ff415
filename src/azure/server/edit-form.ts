import { DAY } from '../../core/duration';
import type { ServerHost } from '../../core/host';
import { formDays } from '../../core/minting/expectation';
import { fail, ok, type Result } from '../../core/result';
import { ROUNDING } from '../../core/rounding';
import { FULL_ACCESS } from '../../core/scopes/full-access';
import type { Secret } from '../../core/secret';
import type { CreatedToken, Listing, Order } from '../../core/token-host';
import { type Asked, carriedFor } from '../carrier';
import { request, requestPage } from '../http';
import type { Send } from '../slot';
import { FormAnswer } from './wire';

/** The form's fields, all of them texts; several scopes are separated by a space, which is inferred. Source: server.md 2. */
function fieldsFor(order: Order) {
  const all = order.scopes.includes(FULL_ACCESS);
  return {
    AuthorizationId: '',
    Description: order.name,
    AccountMode: 'SelectedAccounts',
    SelectedAccounts: order.organizationId,
    ScopeMode: all ? 'AllScopes' : 'SelectedScopes',
    SelectedScopes: all ? '' : order.scopes.join(' '),
    SelectedExpiration: String(formDays(Math.ceil((order.expiresAt - order.at - ROUNDING) / DAY))),
  };
}

const FIELD = '__RequestVerificationToken';

function antiforgeryIn(page: string): string | undefined {
  const input = new RegExp(`<input\\b[^>]*\\bname="${FIELD}"[^>]*>`, 'i').exec(page)?.[0] ?? '';
  return /\bvalue="([^"]+)"/i.exec(input)?.[1];
}

/**
 * The form's field against forged requests, where the server's page has one. It is read before the slot in which the
 * form is sent, once. That the field belongs into the JSON is an assumption. Source: server.md
 * 2, "Antiforgery".
 */
async function antiforgeryField(url: string, host: Asked<ServerHost>): Promise<Record<string, string>> {
  const page = await requestPage({ url, signInUrl: host.root, ...carriedFor(host) });
  const field = page.ok ? antiforgeryIn(page.value) : undefined;
  return field === undefined ? {} : { [FIELD]: field };
}

/** What the form has answered, when by the server's clock (0 where it did not say), and the name that was sent. */
type Sent = { secret: Secret; name: string; servedAt: number };

/**
 * Creates a token by the form of TFS 2017 and 2018, whose answer is the secret alone: which token it belongs to is the
 * one of its name that was not in the list before. Where the list shows none or several, the secret cannot be told to be
 * of one, nobody could revoke it, and it counts as lost (`misfit`).
 */
export async function createByForm(
  host: Asked<ServerHost>,
  take: (send: Send<Order, Sent>) => Promise<Result<Sent>>,
  list: (servedAt?: number) => Promise<Result<Listing>>,
): Promise<Result<CreatedToken>> {
  const before = await list();
  if (!before.ok) return before;
  if (!before.value.complete) return fail({ kind: 'unsupported' });
  const known = new Set(before.value.tokens.map(({ id }) => id));

  const url = `${host.root}/_details/security/tokens/Edit`;
  const field = await antiforgeryField(url, host);
  const sent = await take(async (order, slot) => {
    const body = { ...fieldsFor(order), ...field };
    const asked = await request(
      { method: 'POST', url, body, signInUrl: host.root, slot, ...carriedFor(host) },
      FormAnswer,
    );
    if (!asked.ok) return asked;
    const { value, servedAt } = asked.value;
    return ok({ secret: value.Token, name: order.name, servedAt: servedAt ?? 0 });
  });
  if (!sent.ok) return sent;
  const { secret, name, servedAt } = sent.value;
  // By the slower of both clocks the new token would be hidden.
  const after = await list(Math.max(servedAt, Date.now()));
  const made = after.ok ? after.value.tokens.filter((each) => !known.has(each.id) && each.name === name) : [];
  const [token] = made.length === 1 ? made : [];
  return token ? ok({ token, secret, userId: null }) : fail({ kind: 'misfit' });
}
