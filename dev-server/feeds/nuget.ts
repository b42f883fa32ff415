import { Hono } from 'hono';
import type { Env } from '../world';
import { zip } from './archive';
import { download, feedOf } from './guard';

const id = 'patina.probe';
const version = '1.0.0';
const nuspec = `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>${id}</id>
    <version>${version}</version>
    <authors>Normal Paulk</authors>
    <description>A package of the dev-server.</description>
  </metadata>
</package>
`;
const archive = zip({ [`${id}.nuspec`]: nuspec, 'content/readme.txt': 'nuget\n' });
const folder = `/v3/flat2/${id}`;

/** The service index of a feed, and of its resources the only one that a restore needs. */
export const nugetRoutes = new Hono<Env>()
  .get('/v3/index.json', (c) => {
    const flat = { '@id': `${feedOf(c)}/nuget/v3/flat2/`, '@type': 'PackageBaseAddress/3.0.0' };
    return c.json({ version: '3.0.0', resources: [flat] });
  })
  .get(`${folder}/index.json`, (c) => c.json({ versions: [version] }))
  .get(`${folder}/${version}/${id}.nuspec`, (c) => c.text(nuspec))
  .get(`${folder}/${version}/${id}.${version}.nupkg`, (c) => download(c, archive));
