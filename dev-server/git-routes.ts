import { Hono } from 'hono';
import { serveGit } from './git/backend';
import { inOrganization, tokenOf } from './guards';
import { allows } from './scopes';
import { challenge } from './signed-out';
import { opens } from './token-rules';
import type { Ctx, Env } from './world';

/** Fetching and pushing by token, at `https://dev.azure.com/{organization}/{project}/_git/{repository}`. A session's cookies open nothing. */
async function serve(c: Ctx, command: string): Promise<Response> {
  const { world, organization } = c.var;
  const entry = tokenOf(c);
  const user = world.users.find(({ id }) => id === entry?.token.userId);
  const isMember = user !== undefined && organization.members.includes(user.id);
  if (!entry || !isMember || !opens(entry.token, organization.id, world.now())) {
    challenge(c);
    return c.text('TF400813: The user is not authorized to access this resource.', 401);
  }
  const pushes = `${command} ${c.req.query('service')}`.includes('git-receive-pack');
  // What the service answers to a live token without the scope was not found: 403 is an assumption.
  if (!allows(entry.token.scope, pushes ? 'push' : 'fetch')) {
    return c.text('The token lacks the scope that this operation needs.', 403);
  }
  return serveGit(c, await world.repositoryOf(organization.name), command, user.account);
}

const path = '/:organization/:project/_git/:repository';

/** Each organization has one repository; which project and name it is asked by does not matter. */
export const gitRoutes = new Hono<Env>()
  .use(`${path}/*`, inOrganization)
  .get(`${path}/info/refs`, (c) => serve(c, 'info/refs'))
  .post(`${path}/git-upload-pack`, (c) => serve(c, 'git-upload-pack'))
  .post(`${path}/git-receive-pack`, (c) => serve(c, 'git-receive-pack'));
