import type { Ctx } from '../world';

/** What was published, by kind of package and by feed; each file under the path at which it is asked for. */
export type Shelf = Map<string, Map<string, Buffer>>;

/** Feeds are told apart by their address in the organization, whichever way it is encoded. */
function keyOf(c: Ctx, kind: string): string {
  const path = new URL(c.req.url).pathname;
  const feed = /^.*?\/_packaging\/[^/]+/i.exec(path)?.[0].split('/').slice(-3) ?? [];
  return [kind, c.var.organization.id, ...feed.map((part) => decodeURIComponent(part).toLowerCase())].join('/');
}

export function shelfOf(c: Ctx, kind: string): Map<string, Buffer> {
  const { published } = c.var.world;
  const key = keyOf(c, kind);
  const shelf = published.get(key) ?? new Map<string, Buffer>();
  published.set(key, shelf);
  return shelf;
}
