import type { KnownHost } from '../core/host';
import { tokenPageOf } from '../core/hosts/token-page';
import { inBackground } from '../platform/log';
import { message as m } from '../platform/message';
import { OpenMenu } from '../ui/components/open-menu';
import { openPage, openSettings, openView } from '../ui/deeds/pages';
import type { MoreProps } from '../ui/views/home/host-bar';

/** Where the popup's menu leads, beside what is on the screen. */
function itemsAt(host: KnownHost) {
  const leading = (label: string, open: () => Promise<void>) => ({ label, choose: () => inBackground(label, open()) });
  return [
    leading(m('overview'), () => openView('overview')),
    leading(m('revoke_all_item'), () => openView('revoke-all')),
    leading(m('doctor'), () => openView('doctor')),
    leading(m('settings'), openSettings),
    leading(m('open_token_page'), () => openPage(tokenPageOf(host))),
  ];
}

/** The menu of the popup. */
export function MoreMenu({ host, onKeys, ...menu }: MoreProps & { host: KnownHost }) {
  return <OpenMenu {...menu} items={[...itemsAt(host), { label: m('keys'), choose: onKeys }]} />;
}
