import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Ctx, Env } from '../world';
import { tarball } from './archive';
import { download, feedOf } from './guard';
import { shelfOf } from './shelf';

const name = 'patina-probe';
const version = '1.0.0';
const manifest = { name, version, main: 'index.js' };
const archive = tarball({
  'package/package.json': JSON.stringify(manifest),
  'package/index.js': "module.exports = 'npm';\n",
});
const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
const file = `/${name}/-/${name}-${version}.tgz`;

/** What `npm publish` sends: a version's manifest, and its archive beside it. */
const Publication = z.looseObject({
  name: z.string(),
  versions: z.record(z.string(), z.looseObject({ dist: z.looseObject({}) })),
  'dist-tags': z.record(z.string(), z.string()),
  _attachments: z.record(z.string(), z.object({ data: z.string() })),
});

/** The names in a path are what follows the registry's, in lower case as all routes are. */
const asked = (c: Ctx) => decodeURIComponent(c.req.path.replace(/^.*\/npm\/registry\//, '')).toLowerCase();

async function publish(c: Ctx): Promise<Response> {
  const sent = Publication.safeParse(await c.req.json());
  const [attachment] = Object.values(sent.data?._attachments ?? {});
  const [published] = Object.keys(sent.data?.versions ?? {});
  const manifestOf = published === undefined ? undefined : sent.data?.versions[published];
  if (!attachment || !manifestOf || published === undefined) return c.json({ error: 'No package' }, 400);
  const path = `${asked(c)}/-/${published}.tgz`;
  manifestOf.dist.tarball = `${feedOf(c)}/npm/registry/${path}`;
  const shelf = shelfOf(c, 'npm');
  shelf.set(path, Buffer.from(attachment.data, 'base64'));
  const { _attachments, ...document } = sent.data ?? {};
  shelf.set(asked(c), Buffer.from(JSON.stringify(document)));
  return c.json({ success: true }, 201);
}

function restore(c: Ctx): Response | Promise<Response> {
  const found = shelfOf(c, 'npm').get(asked(c));
  if (!found) return c.json({ error: 'Not found' }, 404);
  return asked(c).endsWith('.tgz') ? download(c, found) : c.json(JSON.parse(found.toString()));
}

/** The npm registry of a feed, as far as installing and publishing ask. */
export const npmRoutes = new Hono<Env>()
  .get(`/${name}`, (c) => {
    const dist = { tarball: `${feedOf(c)}/npm/registry${file}`, integrity };
    return c.json({ name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } });
  })
  .get(file, (c) => download(c, archive))
  .put('*', publish)
  .get('*', restore);
