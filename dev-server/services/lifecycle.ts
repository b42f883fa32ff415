import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import { json, wireError } from '../answers';
import { instantOf, sqlDateTime } from '../dates';
import { versioned } from '../guards';
import { Asked, bodyOf, grantEnd, issue, refusalOfTargets } from '../issue';
import { select } from '../listing';
import { areKnownScopes } from '../scopes';
import { signedOut } from '../signed-out';
import type { Switches } from '../switches';
import { stateOf } from '../token-rules';
import type { LedgerEntry, SessionToken } from '../tokens';
import type { Ctx, Env } from '../world';

type Gate = (c: Ctx) => Response | Promise<Response>;

const gates: Record<Exclude<Switches['patsMode'], 'open'>, Gate> = {
  refused302: signedOut.redirect,
  refused203: signedOut.page,
  refused401: signedOut.json,
  refusedInvalidAccess403: (c) => wireError(c, 'invalidAccess'),
  refusedInvalidAccess401: (c) => wireError(c, 'invalidAccess', '', 401),
  missing404: (c) => wireError(c, 'noController', c.req.path),
};

const gate: MiddlewareHandler<Env> = async (c, next) => {
  const { patsMode } = c.var.world.switches;
  return patsMode === 'open' ? next() : gates[patsMode](c);
};

/** No version of this family is out of preview (services.md 1.1). */
const preview: MiddlewareHandler<Env> = async (c, next) => {
  const version = c.req.query('api-version') ?? /api-version=([^;,]+)/.exec(c.req.header('accept') ?? '')?.[1] ?? '';
  return version.includes('-preview') ? next() : wireError(c, 'previewVersion', version);
};

function patOf(token: SessionToken, secret: string | null = null): object {
  const { displayName, validTo, scope, targetAccounts, validFrom, authorizationId } = token;
  return { displayName, validTo, scope, targetAccounts, validFrom, authorizationId, token: secret };
}

/** A refusal comes with status 200 here, and in camelCase. Its status and its words were not recorded. */
function refuse(c: Ctx, error: string): Response {
  const patTokenError = error.charAt(0).toLowerCase() + error.slice(1);
  return json(c, { patToken: null, patTokenError, patTokenErrorMessage: `The service refused: ${error}.` });
}

function grant(c: Ctx, token: SessionToken, secret?: string): Response {
  return json(c, { patToken: patOf(token, secret), patTokenError: 'none' });
}

/** Whether this family knows it, by where it was made. */
function isKnown(c: Ctx, { madeIn }: LedgerEntry): boolean {
  return c.var.world.switches.patsList === 'all' || madeIn === c.var.organization.id;
}

function own(c: Ctx, authorizationId: string | undefined): SessionToken | undefined {
  const entry = c.var.world.ledger.find(authorizationId?.toLowerCase() ?? '');
  const isTheirs = entry?.token.userId === c.var.user.id && !entry.token.isPublic;
  return isTheirs && isKnown(c, entry) ? entry.token : undefined;
}

/** The defaults, and the size of the smallest page, are assumptions. */
const List = z.object({
  displayFilterOption: z.enum(['active', 'revoked', 'expired', 'all']).catch('active'),
  sortByOption: z.enum(['displayName', 'displayDate', 'status']).catch('displayDate'),
  isSortAscending: z.string().optional(),
  $top: z.coerce.number().int().positive().max(100).catch(100),
});

function list(c: Ctx): Response {
  const { ledger, now } = c.var.world;
  const { displayFilterOption, sortByOption, isSortAscending, $top } = List.parse(c.req.query());
  const order = {
    state: displayFilterOption,
    madeBy: 'all',
    by: sortByOption,
    ascending: isSortAscending !== 'false',
  } as const;
  const filters = `${order.state} ${order.by} ${order.ascending}`;
  const [asked, from = '0'] = Buffer.from(c.req.query('continuationToken') ?? '', 'base64')
    .toString()
    .split('|');
  // "Send the same filters on every page": what else happens is not documented, so it is made loud.
  if (asked && asked !== filters) return wireError(c, 'badRequest', 'The filters differ from those of the first page.');
  const here = ledger
    .ofUser(c.var.user.id)
    .filter(({ token }) => !token.isPublic && (token.targetAccounts?.includes(c.var.organization.id) ?? true))
    .filter((entry) => isKnown(c, entry));
  const rows = select(here, order, now());
  const next = Number(from) + $top;
  const continuationToken = next < rows.length ? Buffer.from(`${filters}|${next}`).toString('base64') : '';
  return json(c, { continuationToken, patTokens: rows.slice(Number(from), next).map((row) => patOf(row)) });
}

function get(c: Ctx): Response {
  const id = c.req.query('authorizationId');
  if (id === undefined) return list(c);
  const token = own(c, id);
  return token ? grant(c, token) : refuse(c, 'TokenNotFound');
}

const AllOrgs = z.object({ allOrgs: z.boolean().optional() });

async function create(c: Ctx): Promise<Response> {
  const asked = Asked.extend(AllOrgs.shape).safeParse(await bodyOf(c));
  if (!asked.success) return wireError(c, 'badJson', randomUUID());
  const targetAccounts = asked.data.allOrgs ? null : [c.var.organization.id];
  const issued = issue(c, { ...asked.data, targetAccounts }, 'page');
  return 'refused' in issued ? refuse(c, issued.refused) : grant(c, issued.entry.token, issued.entry.secret);
}

const Update = AllOrgs.extend({
  authorizationId: z.string(),
  displayName: z.string().min(1).optional(),
  scope: z.string().optional(),
  validTo: z.string().optional(),
});

async function update(c: Ctx): Promise<Response> {
  const asked = Update.safeParse(await bodyOf(c));
  if (!asked.success) return wireError(c, 'badJson', randomUUID());
  const { authorizationId, displayName, scope, validTo, allOrgs } = asked.data;
  const token = own(c, authorizationId);
  if (!token?.isValid) return refuse(c, 'AuthorizationNotFound');
  if (stateOf(token, c.var.world.now()) === 'expired') return refuse(c, 'ExpiredPatCannotBeExtended');
  const targets = allOrgs === undefined ? token.targetAccounts : allOrgs ? null : [c.var.organization.id];
  const end = validTo === undefined ? undefined : grantEnd(c, validTo, instantOf(token.validFrom));
  const refused =
    c.var.refusal ??
    (scope === undefined || areKnownScopes(scope) ? undefined : 'InvalidScope') ??
    refusalOfTargets(c, targets) ??
    (end && 'refused' in end ? end.refused : undefined);
  if (refused) return refuse(c, refused);
  Object.assign(token, displayName && { displayName }, scope && { scope }, { targetAccounts: targets });
  if (end && 'validTo' in end) token.validTo = sqlDateTime(end.validTo);
  return grant(c, token);
}

/** The swagger says 200, the sample 204. What an unknown id gets is an assumption. */
function revoke(c: Ctx): Response {
  const token = own(c, c.req.query('authorizationId'));
  if (!token) return wireError(c, 'noToken', c.req.query('authorizationId'));
  if (!c.var.revokeIgnored) c.var.world.ledger.revoke(token.authorizationId);
  return c.body(null, 204);
}

const path = '/:organization/_apis/tokens/pats';

export const lifecycleRoutes = new Hono<Env>()
  .use(path, gate, versioned, preview)
  .get(path, get)
  .post(path, create)
  .put(path, update)
  .delete(path, revoke);
