import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { Env } from '../world';
import { tarball } from './archive';
import { download, feedOf } from './guard';

const name = 'patina-probe';
const crate = tarball({
  [`${name}-1.0.0/Cargo.toml`]: `[package]\nname = "${name}"\nversion = "1.0.0"\nedition = "2021"\n`,
  [`${name}-1.0.0/src/lib.rs`]: 'pub const FEED: &str = "cargo";\n',
});
const cksum = createHash('sha256').update(crate).digest('hex');
const line = JSON.stringify({ name, vers: '1.0.0', deps: [], cksum, features: {}, yanked: false });

/** A sparse index of a feed, with a single crate. Its form is Cargo's; that a feed's index says that it wants to know who asks is assumed. */
export const cargoRoutes = new Hono<Env>()
  .get('/index/config.json', (c) =>
    c.json({ dl: `${feedOf(c)}/cargo/{crate}/{version}/download`, 'auth-required': true }),
  )
  .get(`/index/pa/ti/${name}`, (c) => c.text(`${line}\n`))
  .get(`/${name}/1.0.0/download`, (c) => download(c, crate));
