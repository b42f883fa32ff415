import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { json, wireError } from '../answers';
import { instantOf } from '../dates';
import { versioned } from '../guards';
import { Asked, bodyOf, issue } from '../issue';
import { select } from '../listing';
import { mintSelfDescribingToken } from '../secret';
import type { SessionToken } from '../tokens';
import type { Ctx, Env } from '../world';

/** The page sends enumerations as numbers (services.md 3.3). What holds when one is absent is an assumption. */
const Page = z.object({
  displayFilterOption: z.enum(['1', '2', '3', '4']).catch('1'),
  createdByOption: z.enum(['1', '2', '3']).catch('3'),
  sortByOption: z.enum(['1', '2', '3']).catch('2'),
  isSortAscending: z.string().optional(),
  startRowNumber: z.coerce.number().int().positive().catch(1),
  pageSize: z.coerce.number().int().positive().catch(100),
});
const states = { 1: 'active', 2: 'revoked', 3: 'expired', 4: 'all' } as const;
const makers = { 1: 'page', 2: 'tool', 3: 'all' } as const;
const keys = { 1: 'displayName', 2: 'displayDate', 3: 'status' } as const;

const lastRowNumbers = { zero: 0, absent: undefined, minusOne: -1 };

function paged(c: Ctx): Response {
  const { ledger, now, switches } = c.var.world;
  const asked = Page.parse(c.req.query());
  const order = {
    state: states[asked.displayFilterOption],
    madeBy: makers[asked.createdByOption],
    by: keys[asked.sortByOption],
    ascending: asked.isSortAscending !== 'false',
  };
  const wantsKeys = c.req.query('isPublic') === 'true';
  const until = switches.hidesRowsAfterTimeStamp ? endOf(c.req.query('pageRequestTimeStamp')) : Infinity;
  const shown = ledger
    .ofUser(c.var.user.id)
    .filter(({ token }) => token.isPublic === wantsKeys && instantOf(token.validFrom) < until);
  const rows = select(shown, order, now());
  const first = asked.startRowNumber - 1;
  const next = first + Math.min(asked.pageSize, switches.pageCap);
  const { lastPage } = switches;
  const last = lastPage === 'repeats' ? asked.startRowNumber : lastRowNumbers[lastPage];
  return json(c, { nextRowNumber: next < rows.length ? next + 1 : last, sessionTokens: rows.slice(first, next) });
}

/** The page of a list that has no place for the number of the next row. */
function pageOf(rows: SessionToken[], c: Ctx): SessionToken[] {
  if (c.req.query('pageSize') === undefined) return rows;
  const { startRowNumber, pageSize } = Page.parse(c.req.query());
  return rows.slice(startRowNumber - 1, startRowNumber - 1 + pageSize);
}

/** An RFC 1123 date has whole seconds, so the rows of its own second are still shown. */
function endOf(timeStamp: string | undefined): number {
  const instant = Date.parse(timeStamp ?? '');
  return Number.isNaN(instant) ? Infinity : instant + 1000;
}

function list(c: Ctx): Response {
  const { ledger, switches } = c.var.world;
  if (switches.listForm === 'missing404') return wireError(c, 'noController', c.req.path);
  if (switches.listForm === 'paged' && c.req.query('pageRequestTimeStamp') !== undefined) return paged(c);
  // The flat list minds no filter and holds SSH keys: the worst reading of what was recorded.
  const all = ledger.ofUser(c.var.user.id).map(({ token }) => token);
  const rows = switches.pagesFlatList ? pageOf(all, c) : all;
  const bare = switches.listForm === 'bare' || c.req.header('accept')?.includes('noArrayWrap=true');
  return json(c, bare ? rows : { count: rows.length, value: rows });
}

async function create(c: Ctx): Promise<Response> {
  const asked = Asked.safeParse(await bodyOf(c));
  if (!asked.success) return wireError(c, 'badJson', randomUUID());
  // GCM's smallest body names no organization, and works; that the one in the address is meant is an assumption.
  const { targetAccounts = [c.var.organization.id] } = asked.data;
  // Names in a query are the same in upper and lower case: both were seen.
  const compact = /[?&]tokentype=compact(&|$)/i.test(c.req.url);
  // Reported in May 2026: a token that is not asked for as compact ends after about an hour (services.md 3.4).
  const anHourOn = () => new Date(c.var.world.now() + 3_600_000).toISOString();
  const validTo = compact ? asked.data.validTo : anHourOn();
  const issued = issue(c, { ...asked.data, validTo, targetAccounts }, 'tool');
  if ('refused' in issued) return wireError(c, 'sessionTokenCreate', issued.refused);
  const { token, secret } = issued.entry;
  const selfDescribing = mintSelfDescribingToken();
  const secrets = compact ? { token: secret, alternateToken: selfDescribing } : { token: selfDescribing };
  return json(c, { ...token, ...secrets });
}

/** One of the user's own. An SSH key is found only with `isPublic=true`; that a PAT is then not found is an assumption. */
function named(c: Ctx): SessionToken | undefined {
  const token = c.var.world.ledger.find(c.req.param('id') ?? '')?.token;
  const wantsKey = c.req.query('isPublic') === 'true';
  return token?.userId === c.var.user.id && token.isPublic === wantsKey ? token : undefined;
}

function get(c: Ctx): Response {
  const token = named(c);
  return token ? json(c, token) : wireError(c, 'noToken', c.req.param('id'));
}

/** Revoking a revoked token succeeds again: an assumption. */
function revoke(c: Ctx): Response {
  const token = named(c);
  if (!token) return wireError(c, 'noToken', c.req.param('id'));
  if (!c.var.revokeIgnored) c.var.world.ledger.revoke(token.authorizationId);
  return c.body(null, c.var.world.switches.revokeStatus);
}

const path = '/:organization/_apis/token/sessiontokens';

export const sessionTokenRoutes = new Hono<Env>()
  .use(`${path}/*`, versioned)
  .get(path, list)
  .post(path, create)
  // The real one may revoke everything. Here it revokes nothing; requests.ts raises the alarm.
  .delete(path, (c) => wireError(c, 'badRequest', 'A token must be named.'))
  .get(`${path}/:id`, get)
  .delete(`${path}/:id`, revoke);
