import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { Env } from '../world';
import { tarball } from './archive';
import { download, feedOf } from './guard';

const name = 'patina-probe';
const version = '1.0.0';
const manifest = { name, version, main: 'index.js' };
const archive = tarball({
  'package/package.json': JSON.stringify(manifest),
  'package/index.js': "module.exports = 'npm';\n",
});
const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
const file = `/${name}/-/${name}-${version}.tgz`;

/** The npm registry of a feed, as far as `npm install` asks. */
export const npmRoutes = new Hono<Env>()
  .get(`/${name}`, (c) => {
    const dist = { tarball: `${feedOf(c)}/npm/registry${file}`, integrity };
    return c.json({ name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } });
  })
  .get(file, (c) => download(c, archive));
