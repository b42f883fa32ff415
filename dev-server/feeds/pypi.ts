import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Ctx, Env } from '../world';
import { zip } from './archive';
import { download } from './guard';
import { shelfOf } from './shelf';

const probe = 'patina-probe';
const info = 'patina_probe-1.0.0.dist-info';
const wheel = zip({
  'patina_probe.py': "FEED = 'pypi'\n",
  [`${info}/METADATA`]: 'Metadata-Version: 2.1\nName: patina-probe\nVersion: 1.0.0\n',
  [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: dev-server\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  [`${info}/RECORD`]: `patina_probe.py,,\n${info}/METADATA,,\n${info}/WHEEL,,\n${info}/RECORD,,\n`,
});
const ours = `${probe}/1/patina_probe-1.0.0-py3-none-any.whl`;

/** Everything in the feed that is not there from the start. */
const shelf = (c: Ctx) => shelfOf(c, 'pypi');

function simple(c: Ctx): Response | Promise<Response> {
  const project = c.req.param('name') ?? '';
  const files = new Map([...(project === probe ? ([[ours, wheel]] as const) : []), ...shelf(c)]);
  const links = [...files]
    .filter(([path]) => path.startsWith(`${project}/`))
    .map(([path, bytes]) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return html`<a href="../../download/${path}#sha256=${sha256}">${path.split('/').at(-1)}</a>`;
    });
  if (links.length === 0) return c.text('Not found', 404);
  return c.html(html`<!DOCTYPE html><title>${project}</title>${links}`);
}

/** What twine sends: the fields of the metadata, and the file as `content`. */
async function upload(c: Ctx): Promise<Response> {
  const { name: project, version, content } = await c.req.parseBody();
  if (typeof project !== 'string' || typeof version !== 'string' || !(content instanceof File))
    return c.text('No package', 400);
  const normalized = project.toLowerCase().replace(/[-_.]+/g, '-');
  shelf(c).set(`${normalized}/${version}/${content.name}`, Buffer.from(await content.arrayBuffer()));
  return c.body(null, 202);
}

/** The simple index of a feed, as far as `pip install` and `twine upload` ask. */
export const pypiRoutes = new Hono<Env>()
  .get('/simple/:name', simple)
  .get(`/download/${ours}`, (c) => download(c, wheel))
  .get('/download/*', (c) => {
    const path = decodeURIComponent(new URL(c.req.url).pathname.replace(/^.*\/pypi\/download\//i, ''));
    const found = shelf(c).get(path);
    return found ? download(c, found) : c.text('Not found', 404);
  })
  .post('/upload', upload);
