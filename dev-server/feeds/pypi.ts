import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../world';
import { zip } from './archive';
import { download } from './guard';

const info = 'patina_probe-1.0.0.dist-info';
const wheel = zip({
  'patina_probe.py': "FEED = 'pypi'\n",
  [`${info}/METADATA`]: 'Metadata-Version: 2.1\nName: patina-probe\nVersion: 1.0.0\n',
  [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: dev-server\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  [`${info}/RECORD`]: `patina_probe.py,,\n${info}/METADATA,,\n${info}/WHEEL,,\n${info}/RECORD,,\n`,
});
const sha256 = createHash('sha256').update(wheel).digest('hex');
const file = 'patina_probe-1.0.0-py3-none-any.whl';

/** The simple index of a feed, as far as `pip install` asks. */
export const pypiRoutes = new Hono<Env>()
  .get('/simple/patina-probe', (c) =>
    c.html(
      html`<!DOCTYPE html><title>patina-probe</title><a href="../../download/patina-probe/1/${file}#sha256=${sha256}">${file}</a>`,
    ),
  )
  .get(`/download/patina-probe/1/${file}`, (c) => download(c, wheel));
