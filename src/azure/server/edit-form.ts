import { DAY } from '../../core/duration';
import type { ServerHost } from '../../core/host';
import { fail, ok, type Result } from '../../core/result';
import { Secret } from '../../core/secret';
import type { CreatedToken, Listing, Order } from '../../core/token-host';
import { request, requestPage } from '../http';
import { FormAnswer } from './wire';

/** The choices of the form, in days. Source: server.md 2; 90 and 180 are not proven there. */
const CHOICES = [90, 180, 365];
const FULL_ACCESS = 'app_token';

function choiceFor(order: Order): number {
  const days = Math.ceil((order.expiresAt - Date.now()) / DAY);
  return CHOICES.find((choice) => choice >= days) ?? 365;
}

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
    SelectedExpiration: String(choiceFor(order)),
  };
}

const FIELD = '__RequestVerificationToken';

function antiforgeryIn(page: string): string | undefined {
  const input = new RegExp(`<input\\b[^>]*\\bname="${FIELD}"[^>]*>`, 'i').exec(page)?.[0] ?? '';
  return /\bvalue="([^"]+)"/i.exec(input)?.[1];
}

/**
 * Sends the form, and once more with the field against forged requests where the server answers with a page of HTML and
 * its form has such a field. That the field belongs into the JSON is an assumption. Source: server.md 2, "Antiforgery".
 */
async function sendForm(host: ServerHost, order: Order) {
  const url = `${host.root}/_details/security/tokens/Edit`;
  const ask = { method: 'POST' as const, url, signInUrl: host.root };
  const sent = await request({ ...ask, body: fieldsFor(order) }, FormAnswer);
  if (sent.ok || (sent.failure.kind !== 'unexpected' && sent.failure.kind !== 'invalid')) return sent;
  const page = await requestPage({ url, signInUrl: host.root });
  const field = page.ok ? antiforgeryIn(page.value) : undefined;
  if (field === undefined) return sent;
  return await request({ ...ask, body: { ...fieldsFor(order), [FIELD]: field } }, FormAnswer);
}

/**
 * Creates a token by the form of TFS 2017 and 2018, whose answer is the secret alone: which token it belongs to is looked
 * up in the list, by its name. Where the list does not show it nobody could revoke it, and it counts as lost (`misfit`).
 */
export async function createByForm(
  host: ServerHost,
  order: Order,
  list: () => Promise<Result<Listing>>,
): Promise<Result<CreatedToken>> {
  const sent = await sendForm(host, order);
  if (!sent.ok) return sent;
  const listed = await list();
  const namesakes = listed.ok ? listed.value.tokens.filter(({ name, revoked }) => name === order.name && !revoked) : [];
  const newest = namesakes.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))[0];
  return newest ? ok({ token: newest, secret: new Secret(sent.value.value.Token) }) : fail({ kind: 'misfit' });
}
