import * as deeds from '../ui/deeds';
import * as state from '../ui/state';
import { allowInsecure } from '../ui/stores/settings';
import type { HostsProps } from '../ui/views/settings/hosts';
import { hash } from './hash';

/** An address that the popup could not add, since the browser has to ask first. */
const addressInHash = () => new URLSearchParams(hash.value).get('add') ?? '';

/** What the list of organizations shows, in the settings and on the first page. */
export function hostsProps(): HostsProps {
  return {
    hosts: state.hosts.value,
    busy: state.busy.value,
    address: addressInHash(),
    answered: state.notice.value !== null,
    insecure: state.settings.value.insecureMinting,
    onAdd: deeds.askAndAddHost,
    onRemove: deeds.removeHost,
    onAllowInsecure: allowInsecure,
  };
}
