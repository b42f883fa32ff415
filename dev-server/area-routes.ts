import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { json, wireError } from './answers';
import { inOrganization, member, signedIn, tokenOf } from './guards';
import { areaOf, lets } from './scopes';
import { opens } from './token-rules';
import type { Ctx, Env } from './world';

const list = (c: Ctx, value: object[]) => json(c, { count: value.length, value });

const described = (c: Ctx) => json(c, { value: c.var.user.subjectDescriptor });

/** What each area answers to a read. How much stands in a row is invented; nobody here looks at it. */
const rows: Record<string, (c: Ctx) => Response> = {
  'git/repositories': (c) => list(c, [{ id: c.var.organization.id, name: 'web', project: { name: 'web' } }]),
  'process/processes': (c) => list(c, [{ name: 'Agile', isDefault: true }]),
  'build/controllers': (c) => list(c, []),
  teams: (c) => list(c, [{ name: 'web Team', projectName: 'web' }]),
  projects: (c) => list(c, [{ name: 'web', state: 'wellFormed' }]),
  'distributedtask/pools': (c) => list(c, [{ id: 1, name: 'Default' }]),
  'serviceendpoint/types': (c) => list(c, [{ name: 'generic' }]),
  'wiki/wikis': (c) => list(c, []),
  identities: (c) => list(c, [{ id: c.req.query('identityIds'), providerDisplayName: c.var.user.name }]),
  'notification/subscribers/:id': described,
  'graph/descriptors/:id': described,
  'packaging/feeds': (c) => list(c, [{ name: 'tools' }]),
};

/**
 * Lets in whose token has the scope that this area wants, and without a token whoever has a session. A live token
 * without the scope gets 401, as was reported of `test/runs` and of releases (github.com/edgafner/dorkag/issues/107,
 * github.com/microsoft/azure-devops-node-api/issues/208); that its words are those for somebody who may not enter is an
 * assumption.
 */
const byToken: MiddlewareHandler<Env> = async (c, next) => {
  // A server on premises knows who is signed in to Windows.
  const inSession = () => (c.get('user') ? next() : signedIn(c, next));
  if (c.req.header('authorization') === undefined) return inSession();
  const { world, organization } = c.var;
  const entry = tokenOf(c);
  const user = world.users.find(({ id }) => id === entry?.token.userId);
  if (!entry || !user || !opens(entry.token, organization.id, world.now())) return signedIn(c, next);
  const [, path = ''] = c.req.path.split('/_apis/');
  if (!lets(entry.token.scope, areaOf(path))) return wireError(c, 'unauthorized', user.id);
  c.set('user', user);
  return next();
};

/** Reads of the areas that a token can be let into, of an organization or a collection, and of its identities. */
export function areaRoutes(...guards: MiddlewareHandler<Env>[]): Hono<Env> {
  const routes = new Hono<Env>();
  for (const [path, answer] of Object.entries(rows)) {
    for (const guard of [...guards, byToken, member]) routes.use(`/:organization/_apis/${path}`, guard);
    routes.get(`/:organization/_apis/${path}`, answer);
  }
  return routes;
}

/** Those of Services, where a path names the organization. */
export const servicesAreaRoutes = areaRoutes(inOrganization);
