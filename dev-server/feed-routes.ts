import { Hono } from 'hono';
import { mayRestore } from './feeds/guard';
import { mavenRoutes } from './feeds/maven';
import { npmRoutes } from './feeds/npm';
import { nugetRoutes } from './feeds/nuget';
import { pypiRoutes } from './feeds/pypi';
import { inOrganization } from './guards';
import type { Env } from './world';

/** What each feed has: one tiny package of each kind. */
const feed = new Hono<Env>()
  .use(inOrganization, mayRestore)
  .route('/npm/registry', npmRoutes)
  .route('/pypi', pypiRoutes)
  .route('/nuget', nugetRoutes)
  .route('/maven', mavenRoutes);

/** `https://pkgs.dev.azure.com`: feeds of a project and of an organization. Which of them, and its name, does not matter. */
export const pkgsDevAzureCom = new Hono<Env>()
  .route('/:organization/_packaging/:feed', feed)
  .route('/:organization/:project/_packaging/:feed', feed);
