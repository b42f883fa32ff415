import { askAndAddHost, lookAgain, stopWaiting } from '../ui/deeds/adding';
import { removeHost } from '../ui/deeds/hosts';
import { openPage } from '../ui/deeds/pages';
import { allowInsecure, signInOnDemand } from '../ui/deeds/settings';
import { busy } from '../ui/stores/busy';
import { hosts, pending } from '../ui/stores/hosts';
import { notices } from '../ui/stores/notice';
import { settings } from '../ui/stores/settings';
import type { HostsProps } from '../ui/views/settings/hosts';
import { hash } from './hash';

/** An address that the popup could not add, since the browser has to ask first; the tab was opened for it. */
const addressToAdd = () => (hash.value === 'add' ? (pending.value?.address ?? '') : '');

/** What the list of organizations shows, in the settings and on the first page. */
export function hostsProps(): HostsProps {
  return {
    waiting: { pending: pending.value, onOpen: openPage, onLook: lookAgain, onStop: stopWaiting },
    hosts: hosts.value,
    busy: busy.value,
    address: addressToAdd(),
    answered: notices.value.length > 0,
    insecure: settings.value.insecureMinting,
    onAdd: askAndAddHost,
    onRemove: removeHost,
    onAllowInsecure: allowInsecure,
    onDemand: settings.value.onDemand,
    onSignInOnDemand: signInOnDemand,
  };
}
