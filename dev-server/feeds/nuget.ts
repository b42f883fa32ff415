import { Hono } from 'hono';
import type { Ctx, Env } from '../world';
import { unzip, zip, zipIn } from './archive';
import { download, feedOf } from './guard';
import { shelfOf } from './shelf';

const nuspec = `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>patina.probe</id>
    <version>1.0.0</version>
    <authors>Normal Paulk</authors>
    <description>A package of the dev-server.</description>
  </metadata>
</package>
`;
const ours = zip({ 'patina.probe.nuspec': nuspec, 'content/readme.txt': 'nuget\n' });

/** All packages of the feed, as `{id}/{version}`. */
const shelf = (c: Ctx) => new Map([['patina.probe/1.0.0', ours], ...shelfOf(c, 'nuget')]);

function versionsOf(c: Ctx): string[] {
  const id = c.req.param('id') ?? '';
  return [...shelf(c).keys()].filter((key) => key.startsWith(`${id}/`)).map((key) => key.slice(id.length + 1));
}

function serviceIndex(c: Ctx) {
  const root = `${feedOf(c)}/nuget/v3`;
  const resource = (type: string, path: string) => ({ '@id': `${root}/${path}`, '@type': type });
  return c.json({
    version: '3.0.0',
    resources: [
      resource('PackageBaseAddress/3.0.0', 'flat2/'),
      // Each generation of clients looks for its own.
      ...['3.0.0-beta', '3.4.0', '3.6.0'].map((level) => resource(`RegistrationsBaseUrl/${level}`, 'registrations2/')),
      resource('PackagePublish/2.0.0', 'publish/'),
    ],
  });
}

/** Every version of a package in a single page, as far as a client looks before it downloads. */
function registration(c: Ctx): Response {
  const [id, versions] = [c.req.param('id') ?? '', versionsOf(c)];
  if (versions.length === 0) return c.text('Not found', 404);
  const root = `${feedOf(c)}/nuget/v3`;
  const items = versions.map((version) => ({
    '@id': `${root}/registrations2/${id}/${version}.json`,
    catalogEntry: { '@id': `${root}/registrations2/${id}/${version}.json`, id, version, listed: true },
    packageContent: `${root}/flat2/${id}/${version}/${id}.${version}.nupkg`,
  }));
  const page = { '@id': `${root}/registrations2/${id}/page.json`, lower: versions[0], upper: versions.at(-1) };
  return c.json({ count: 1, items: [{ ...page, count: items.length, items }] });
}

/**
 * `nuget push` sends the package as the only part of a form, in a way that Node's own reader of forms refuses; its name and version are
 * in it.
 */
async function push(c: Ctx): Promise<Response> {
  const archive = zipIn(Buffer.from(await c.req.arrayBuffer()));
  const spec = archive && unzip(archive, (path) => path.endsWith('.nuspec'));
  if (!archive || spec === undefined) return c.text('No package', 400);
  const [, id = ''] = /<id>([^<]+)<\/id>/.exec(spec) ?? [];
  const [, version = ''] = /<version>([^<]+)<\/version>/.exec(spec) ?? [];
  shelfOf(c, 'nuget').set(`${id}/${version}`.toLowerCase(), archive);
  return c.body(null, 202);
}

/** The service index of a feed, and of its resources those that restoring and pushing need. */
export const nugetRoutes = new Hono<Env>()
  .get('/v3/index.json', serviceIndex)
  .get('/v3/registrations2/:id/index.json', registration)
  .get('/v3/flat2/:id/index.json', (c) => c.json({ versions: versionsOf(c) }))
  .get('/v3/flat2/:id/:version/:file{.+\\.nupkg}', (c) => {
    const found = shelf(c).get(`${c.req.param('id')}/${c.req.param('version')}`);
    return found ? download(c, found) : c.text('Not found', 404);
  })
  .put('/v3/publish', push);
