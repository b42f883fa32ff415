import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { z } from 'zod';
import { json, page, wireError } from '../answers';
import { areaRoutes } from '../area-routes';
import { feedRoutes } from '../feed-routes';
import { gitRoutes } from '../git-routes';
import { bodyOf, issue } from '../issue';
import { hierarchyQueryRoutes } from '../services/hierarchy-query';
import { sessionTokenRoutes } from '../services/session-tokens';
import type { Organization } from '../tenant';
import type { Ctx, Env } from '../world';
import type { Site } from './site';

/** `connectionData` of a place; a project's address answers as its collection (D). No version is taken here (I). */
function connectionData(c: Ctx, { profile, deploymentId, switches, virtualDirectory }: Site, instanceId: string) {
  if (/api-version/.test(`${c.req.url} ${c.req.header('accept')}`) && profile.generation === 'tfs')
    return wireError(c, 'previewVersion', 'connectionData');
  const { user } = c.var;
  const forms = { missing: {}, number: { deploymentType: 2 }, name: { deploymentType: 'onPremises' } };
  return json(c, {
    authenticatedUser: {
      id: user.id,
      providerDisplayName: user.name,
      properties: { Account: { $type: 'System.String', $value: user.account } },
    },
    instanceId,
    ...(switches.tellsDeployment ? { deploymentId } : {}),
    webApplicationRelativeDirectory: virtualDirectory || '/',
    ...(switches.spoofsHosted ? { deploymentType: 'hosted' } : forms[profile.deploymentType]),
  });
}

const TOKENS = { id: 'ada996bc-8c18-4193-b20c-cd41b13f5b4d', area: 'Token', resourceName: 'SessionTokens' };
function locations(
  c: Ctx,
  { profile: { restLevel }, switches }: Site,
  location: object | undefined,
): Response | Promise<Response> {
  const { optionsStatus } = switches;
  if (optionsStatus !== 200) return page(c, 'Not found', html`<h1>The verb is not allowed.</h1>`, optionsStatus);
  const versions = { resourceVersion: 1, minVersion: '1.0', maxVersion: restLevel, releasedVersion: '0.0' };
  return json(c, { count: location ? 1 : 0, value: location ? [{ ...location, ...versions }] : [] });
}

const Form = z.object({
  Description: z.string(),
  SelectedAccounts: z.string(),
  ScopeMode: z.string(),
  SelectedScopes: z.string(),
  SelectedExpiration: z.enum(['90', '180', '365']),
  __RequestVerificationToken: z.string().optional(),
});

const ANTIFORGERY = 'made-up-antiforgery-token';

/** The form of TFS 2017 and 2018: JSON in, the secret alone out (C, on Services only). */
async function edit(c: Ctx, { switches }: Site): Promise<Response> {
  const asked = Form.safeParse(await bodyOf(c));
  const forged = switches.antiforgery && asked.data?.__RequestVerificationToken !== ANTIFORGERY;
  if (!asked.success || forged)
    return page(c, 'Error', html`<h1>The required anti-forgery field is not present.</h1>`, 500);
  const { Description, SelectedAccounts, ScopeMode, SelectedScopes, SelectedExpiration } = asked.data;
  const validTo = new Date(c.var.world.now() + Number(SelectedExpiration) * 86_400_000).toISOString();
  const scope = ScopeMode === 'AllScopes' ? 'app_token' : SelectedScopes;
  const issued = issue(c, { displayName: Description, scope, validTo, targetAccounts: [SelectedAccounts] }, 'page');
  return 'refused' in issued ? wireError(c, 'badRequest', issued.refused) : json(c, { Token: issued.entry.secret });
}

function formPage(c: Ctx, { switches }: Site) {
  const field = switches.antiforgery
    ? html`<input name="__RequestVerificationToken" type="hidden" value="${ANTIFORGERY}" />`
    : '';
  return page(c, 'Create a personal access token', html`<form>${field}</form>`);
}

function startPage(c: Ctx, { profile }: Site) {
  const version = profile.serviceVersion;
  const body = version
    ? html`<script type="application/json">{"serviceVersion":"${version}"}</script>`
    : html`<h1>Home</h1>`;
  return page(c, 'Azure DevOps Server (dev-server)', body);
}

/** Everything below a collection; `organization` is set by whoever mounts it. */
function collectionRoutes(site: Site): Hono<Env> {
  const { profile, switches } = site;
  const isTfs = profile.generation === 'tfs';
  const has = (level: string) => switches.tokenLocation === 'both' || switches.tokenLocation === level;
  const routes = new Hono<Env>()
    .get('/:organization/_apis/connectiondata', (c) => connectionData(c, site, c.var.organization.id))
    .get('/:organization/:project/_apis/connectiondata', (c) => connectionData(c, site, c.var.organization.id))
    .options('/:organization/_apis/token', (c) => locations(c, site, has('collection') ? TOKENS : undefined))
    .get('/:organization', (c) => startPage(c, site))
    .use('/:organization/_apis/token/*', async (c, next) => {
      const refuses =
        !has(c.var.organization.name === '' ? 'deployment' : 'collection') ||
        (c.req.method === 'POST' && !switches.postsTokens);
      return refuses ? wireError(c, 'noController', c.req.path) : next();
    })
    .route('/', sessionTokenRoutes)
    .route('/', areaRoutes());
  if (!isTfs) return routes.route('/', hierarchyQueryRoutes);
  return routes
    .get('/:organization/_home/about', (c) => page(c, 'About', html`<p>Version ${profile.build}</p>`))
    .get('/:organization/_details/security/tokens/edit', (c) => formPage(c, site))
    .post('/:organization/_details/security/tokens/edit', (c) => edit(c, site));
}

/** Stands in a path in the place of a collection. */
export const WHOLE_SERVER = '-';

/** The whole server as if it were a collection without a name: tokens can be kept there too (C). */
const deployment = (id: string): Organization => ({ id, name: '', url: '', members: [] });

export function onPremRoutes(site: Site): Hono<Env> {
  const { switches } = site;
  const has = switches.tokenLocation === 'both' || switches.tokenLocation === 'deployment';
  const collections = collectionRoutes(site);
  return new Hono<Env>()
    .route('/', gitRoutes)
    .route('/', feedRoutes)
    .get('/_dev/sign-in', (c) => {
      setCookie(c, 'patina-dev-signed-in', '1', { path: '/' });
      return c.text('Signed in');
    })
    .get('/_apis/connectiondata', (c) => connectionData(c, site, site.deploymentId))
    .options('/_apis/token', (c) => locations(c, site, has ? TOKENS : undefined))
    .get('/_apis/projectcollections', (c) => {
      const value = c.var.world.organizations.map(({ id, name }) => ({ id, name }));
      return switches.listsCollections ? json(c, { count: value.length, value }) : wireError(c, 'forbidden');
    })
    .use('*', async (c, next) => {
      const [, name = ''] = c.req.path.split('/');
      const found = c.var.world.organizations.find(
        (each) => each.name.toLowerCase() === decodeURIComponent(name).toLowerCase(),
      );
      const whole = name === WHOLE_SERVER ? deployment(site.deploymentId) : undefined;
      if (!found && !whole) return page(c, 'Not found', html`<h1>404</h1>`, 404);
      c.set('organization', found ?? deployment(site.deploymentId));
      return next();
    })
    .route('/', collections)
    .all('*', (c) => wireError(c, 'noController', c.req.path));
}
