import type { PageLink } from '../ui/components/page-nav';

/** Views that the settings lead to. */
export const elsewhere: readonly PageLink[] = [
  { view: 'overview', label: 'overview' },
  { view: 'history', label: 'history' },
];

/** From such a view to the others. */
export const links: readonly PageLink[] = [{ view: 'settings', label: 'settings' }, ...elsewhere];
