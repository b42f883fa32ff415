import { Hono } from 'hono';
import { cargoRoutes } from './feeds/cargo';
import { mayUse } from './feeds/guard';
import { mavenRoutes } from './feeds/maven';
import { npmRoutes } from './feeds/npm';
import { nugetRoutes } from './feeds/nuget';
import { pypiRoutes } from './feeds/pypi';
import { inOrganization } from './guards';
import type { Env } from './world';

/** What each feed has: one tiny package of each kind from the start, and what is published there. */
const feed = new Hono<Env>()
  .use(inOrganization, mayUse)
  .route('/npm/registry', npmRoutes)
  .route('/pypi', pypiRoutes)
  .route('/nuget', nugetRoutes)
  .route('/maven', mavenRoutes)
  .route('/cargo', cargoRoutes);

/**
 * `https://pkgs.dev.azure.com`, and below a collection of a server: feeds of a project and of an organization. Which of them, and its
 * name, does not matter, but what is published in one is not in another.
 */
export const feedRoutes = new Hono<Env>()
  .route('/:organization/_packaging/:feed', feed)
  .route('/:organization/:project/_packaging/:feed', feed);
