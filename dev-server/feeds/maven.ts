import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { Env } from '../world';

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.fabrikam</groupId>
  <artifactId>patina-probe</artifactId>
  <version>1.0.0</version>
  <packaging>pom</packaging>
</project>
`;
const file = '/v1/com/fabrikam/patina-probe/1.0.0/patina-probe-1.0.0.pom';

/** The Maven repository of a feed, with a single artifact that is no more than its pom: a parent for others. */
export const mavenRoutes = new Hono<Env>()
  .get(file, (c) => c.text(pom))
  .get(`${file}.sha1`, (c) => c.text(createHash('sha1').update(pom).digest('hex')));
