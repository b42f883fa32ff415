import { Hono } from 'hono';
import type { Control } from '../application';
import { meetFaults } from '../fault-board';
import { record } from '../requests';
import type { Env, World } from '../world';
import { onPremRoutes, WHOLE_SERVER } from './routes';
import { type Site, serverHeaders, windowsLogin } from './site';

/** The path below the virtual directory, in lower case; another path is of no server here. */
function pathIn({ virtualDirectory }: Site, request: Request): string {
  const path = new URL(request.url).pathname.toLowerCase();
  const inside = path === virtualDirectory || path.startsWith(`${virtualDirectory}/`);
  const below = inside ? path.slice(virtualDirectory.length).replace(/\/+$/, '') || '/' : '/outside';
  // The tokens of the whole server, as if it were a collection without a name.
  return below.startsWith('/_apis/token/') ? `/${WHOLE_SERVER}${below}` : below;
}

/** One install, under whatever host name it is asked. */
export function onPremApplication(world: World, site: Site, { requests, alarms, faults }: Control) {
  return new Hono<Env>({ getPath: (request) => pathIn(site, request) })
    .use(async (c, next) => {
      c.set('world', world);
      await next();
    })
    .use(record(requests, alarms), serverHeaders, meetFaults(faults), windowsLogin(site))
    .route('/', onPremRoutes(site));
}
