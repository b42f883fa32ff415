import type { Host } from '../host';

/** The makers of tokens that Patina tells apart, oldest first; "ads2019" stands for every later Azure DevOps Server too. */
export const PRODUCTS = ['tfs2017', 'tfs2018', 'ads2019', 'services'] as const;
export type Product = (typeof PRODUCTS)[number];

/** Whether `product` is as new as `since`, or newer: what one of them knows, the later ones know too. */
export function isAsNewAs(product: Product, since: Product): boolean {
  return PRODUCTS.indexOf(product) >= PRODUCTS.indexOf(since);
}

/** Which of them a host is; a server of an unknown name is taken for a newer one, which refuses what it does not know. */
export function productOf(host: Host): Product {
  if (host.kind === 'services') return 'services';
  const [, year] = /^TFS (2017|2018)/.exec(host.product) ?? [];
  return year === '2017' ? 'tfs2017' : year === '2018' ? 'tfs2018' : 'ads2019';
}
