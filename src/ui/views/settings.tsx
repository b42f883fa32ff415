import type { KnownHost } from '../../core/host';
import { message as m } from '../../platform/message';
import { NoticeLine } from '../components/notice-line';
import type { Notice } from '../state';
import { AddressForm } from './add-host';

export type HostsProps = {
  hosts: KnownHost[];
  notice: Notice | null;
  busy: boolean;
  /** What stands in the address field at first; the user is told to press Add. */
  address: string;
  onAdd: (address: string) => void;
  onRemove: (host: KnownHost) => void;
};

/** The field that adds an organization, and the list of those that there are. */
export function Hosts({ hosts, notice, busy, address, onAdd, onRemove }: HostsProps) {
  return (
    <section>
      {address !== '' && notice === null && <p class="hint">{m('settings_add_hint')}</p>}
      <AddressForm busy={busy} address={address} onAdd={onAdd} />
      <NoticeLine notice={notice} />
      <h2 id="hosts">{m('hosts_list')}</h2>
      <ul class="hosts" aria-labelledby="hosts">
        {hosts.map((host) => (
          <li key={host.id}>
            <span class="host-name">{host.name}</span>
            <span class="who">{host.identity ? m('signed_in_as', host.identity.name) : ''}</span>
            <button type="button" onClick={() => onRemove(host)}>
              {m('remove_host', host.name)}
            </button>
          </li>
        ))}
      </ul>
      {hosts.length === 0 && <p class="hint">{m('no_hosts')}</p>}
    </section>
  );
}

export function Settings(props: HostsProps & { onCopyDiagnostics: () => void }) {
  return (
    <section>
      <h1>{m('settings')}</h1>
      <Hosts {...props} />
      <p class="hint">{m('diagnostics_explain')}</p>
      <button type="button" class="beside-text" onClick={props.onCopyDiagnostics}>
        {m('copy_diagnostics')}
      </button>
    </section>
  );
}
