import type { KnownHost } from '../core/host';
import { later } from '../ui/later';
import type { HomeProps } from '../ui/views/home/home';

const MoreMenu = later(
  () => import('./more-menu'),
  ({ MoreMenu }) => MoreMenu,
);

/** The popup's menu, over the list of a host; made when it is opened. */
export const menuAt =
  (host: KnownHost): HomeProps['menu'] =>
  (more) => <MoreMenu {...more} host={host} />;
