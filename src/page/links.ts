import type { PageLink } from '../ui/components/frames/page-head';

/** The views of the tab that its head leads to. */
export const links: readonly PageLink[] = [
  { view: 'overview', label: 'overview' },
  { view: 'clean-up', label: 'clean_up', within: 'overview' },
  { view: 'revoke-all', label: 'revoke_all_link' },
  { view: 'purposes', label: 'purposes' },
  { view: 'history', label: 'history' },
  { view: 'doctor', label: 'doctor' },
  { view: 'settings', label: 'settings' },
];
