import type { KnownHost } from '../core/host';
import { tokenPageOf } from '../core/hosts/address-of';
import { inBackground } from '../platform/log';
import { message as m } from '../platform/message';
import type { MenuItem } from '../ui/components/menu';
import { openPage, openSettings, openView } from '../ui/deeds/pages';

/** Where the popup's menu leads, beside what is on the screen. */
export function itemsAt(host: KnownHost): MenuItem[] {
  const leading = (label: string, open: () => Promise<void>) => ({ label, choose: () => inBackground(label, open()) });
  return [
    leading(m('overview'), () => openView('overview')),
    leading(m('revoke_all_item'), () => openView('revoke-all')),
    leading(m('doctor'), () => openView('doctor')),
    leading(m('settings'), openSettings),
    leading(m('open_token_page'), () => openPage(tokenPageOf(host))),
  ];
}
