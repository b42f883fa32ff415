import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import type { FaultBoard } from './fault-board';
import { meetFaults } from './fault-board';
import { feedRoutes } from './feed-routes';
import { gitRoutes } from './git-routes';
import { hostOf } from './hosts';
import type { RecordedRequest } from './requests';
import { record } from './requests';
import { devAzureCom, vsspsDevAzureCom, vsspsVisualStudioCom } from './services-routes';
import type { Env, World } from './world';

/** What a test sees of, and does to, the requests. */
export type Control = {
  faults: FaultBoard;
  /** Every request so far, oldest first. Empty it with `requests.length = 0`. */
  requests: RecordedRequest[];
  /** What must never be asked, and was. */
  alarms: string[];
};

/** The headers that every answer of the service has (services.md 5.1). */
const common: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (c.env.incoming.socket.destroyed) return;
  c.header('Date', new Date(c.var.world.now()).toUTCString());
  if (c.var.unsigned) return;
  c.header('X-VSS-E2EID', randomUUID());
  c.header('ActivityId', randomUUID());
  c.header('X-VSS-ResourceTenant', '9f2b1c1e-7f0e-4a5e-8f3f-0f6c9f6c7a11');
};

/** The older addresses carry the organization's name in the host: they are answered as the newer ones are. */
function newerAddress(host: string, path: string): string {
  const [, organization = '', part] = /^([^.]+)(\.vssps|\.pkgs)?\.visualstudio\.com$/.exec(host) ?? [];
  if (organization === '') return `/${host}${path}`;
  if (part === '.pkgs') return `/pkgs.dev.azure.com/${organization}${path}`;
  if (part) return path.startsWith('/_apis/') ? `/vssps.dev.azure.com/${organization}${path}` : `/*.vssps${path}`;
  return path.startsWith('/_sign') ? `/dev.azure.com${path}` : `/dev.azure.com/${organization}${path}`;
}

/** `/{host}{path}`, in lower case: the service tells neither hosts, paths nor names of organizations apart by case. */
function routeOf(request: Request): string {
  const path = new URL(request.url).pathname.toLowerCase();
  return newerAddress(hostOf(request.headers.get('host')), path).replace(/\/+$/, '');
}

/** Every host in one application: recorded first, then met by faults, then routed. */
export function application(world: World, { requests, alarms, faults }: Control) {
  return new Hono<Env>({ getPath: routeOf })
    .use(async (c, next) => {
      c.set('world', world);
      await next();
    })
    .use(record(requests, alarms), common, meetFaults(faults))
    .route('/dev.azure.com', gitRoutes)
    .route('/dev.azure.com', devAzureCom)
    .route('/vssps.dev.azure.com', vsspsDevAzureCom)
    .route('/pkgs.dev.azure.com', feedRoutes)
    .route('/*.vssps', vsspsVisualStudioCom)
    .notFound((c) =>
      c.text('Nothing is here. The dev-server answers by the Host header: see dev-server/README.md', 404),
    );
}
