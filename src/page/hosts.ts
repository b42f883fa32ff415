import type { KnownHost } from '../core/host';
import { parseAddress } from '../core/hosts/address';
import { isSamePlace } from '../core/hosts/found-host';
import { hostOfPage } from '../core/hosts/page-host';
import { askAndAddHost, lookAgain, stopWaiting } from '../ui/deeds/adding';
import { removeHost } from '../ui/deeds/hosts';
import { openPage } from '../ui/deeds/pages';
import { allowInsecure, signInOnDemand } from '../ui/deeds/settings';
import { busy } from '../ui/stores/busy';
import { hosts, pending } from '../ui/stores/hosts';
import { notices } from '../ui/stores/notice';
import { policy } from '../ui/stores/policy';
import { settings } from '../ui/stores/settings';
import type { HostsProps } from '../ui/views/settings/hosts';
import { hash } from './hash';

/** An address that the popup could not add, since the browser has to ask first; the tab was opened for it. */
const addressToAdd = () => (hash.value === 'add' ? (pending.value?.address ?? '') : '');

/** Whether an address of a policy leads to one of these hosts. */
const isKnown = (address: string) => hosts.value.some((host) => hostOfPage([host], address) !== undefined);

function decidedHosts(): NonNullable<HostsProps['decided']> {
  const { organizations = [], servers = [], forbidPlainHttp: noPlainHttp = false } = policy.value.policy;
  const named = organizations.map((text) => parseAddress(text)).flatMap((read) => (read.ok ? read.value : []));
  const stays = (host: KnownHost) => named.some((each) => each.kind === 'services' && isSamePlace(each, host));
  return {
    hosts: hosts.value.filter(stays).map(({ id }) => id),
    servers: servers.filter((address) => !isKnown(address)),
    noPlainHttp,
  };
}

/** What the list of organizations shows, in the settings and on the first page. */
export function hostsProps(): HostsProps {
  return {
    waiting: { pending: pending.value, onOpen: openPage, onLook: lookAgain, onStop: stopWaiting },
    hosts: hosts.value,
    busy: busy.value,
    address: addressToAdd(),
    answered: notices.value.length > 0,
    decided: decidedHosts(),
    insecure: settings.value.insecureMinting,
    onAdd: askAndAddHost,
    onRemove: removeHost,
    onAllowInsecure: allowInsecure,
    onDemand: settings.value.onDemand,
    onSignInOnDemand: signInOnDemand,
  };
}
