import { Hono } from 'hono';
import { wireError } from './answers';
import { servicesAreaRoutes } from './area-routes';
import { inOrganization, member, signedIn } from './guards';
import { connectionDataRoutes } from './services/connection-data';
import { hierarchyQueryRoutes } from './services/hierarchy-query';
import { lifecycleRoutes } from './services/lifecycle';
import { sessionTokenRoutes } from './services/session-tokens';
import { organizationPages, signInPage, signInRoutes } from './services/sign-in';
import { signedOut } from './signed-out';
import type { Env } from './world';

const api = '/:organization/_apis/*';

/** `https://dev.azure.com` */
export const devAzureCom = new Hono<Env>()
  .route('/', signInRoutes)
  .route('/', organizationPages)
  .route('/', connectionDataRoutes)
  .route('/', servicesAreaRoutes)
  .use(api, inOrganization, signedIn, member)
  .route('/', hierarchyQueryRoutes)
  .all(api, (c) => wireError(c, 'noController', c.req.path));

/** `https://vssps.dev.azure.com`: the cookies of dev.azure.com serve it too. */
export const vsspsDevAzureCom = new Hono<Env>()
  .route('/', organizationPages)
  .route('/', servicesAreaRoutes)
  .use(api, inOrganization, signedIn, member)
  .route('/', sessionTokenRoutes)
  .route('/', lifecycleRoutes)
  .all(api, (c) => wireError(c, 'noController', c.req.path));

/** `https://{anything}.vssps.visualstudio.com` */
export const vsspsVisualStudioCom = new Hono<Env>().route('/', signInPage).all('*', (c) => signedOut.bare(c));
