import { useId } from 'preact/hooks';
import type { HostId, KnownHost } from '../../../core/host';
import { isInsecure } from '../../../core/hosts/insecure';
import { message as m } from '../../../platform/message';
import { Checkbox } from '../../components/fields/field';
import { Name } from '../../components/name';
import { AddressForm } from './add-host';
import { Decided } from './decided';
import { Waiting, type WaitingProps } from './waiting';
import './settings.css';

export type HostsProps = {
  /** The server that waits for a sign-in, if there is one. */
  waiting: WaitingProps;
  hosts: KnownHost[];
  busy: boolean;
  /** What stands in the address field at first; the user is told to press Add. */
  address: string;
  /** Whether something was said since: then the user has pressed Add. */
  answered: boolean;
  /** Servers on plain http on which the user allows minting. */
  insecure: HostId[];
  /** Hosts that the user signs in to only when they need it. */
  onDemand: HostId[];
  /** What an administrator has decided: which hosts stay, which servers can be added, and whether plain http is out. */
  decided?: { hosts: readonly HostId[]; servers: readonly string[]; noPlainHttp: boolean };
  onAdd: (address: string) => void;
  onRemove: (host: KnownHost) => void;
  onAllowInsecure: (host: KnownHost, allowed: boolean) => void;
  onSignInOnDemand: (host: KnownHost, onDemand: boolean) => void;
};

type ItemDeeds = 'onRemove' | 'onAllowInsecure' | 'onSignInOnDemand';
type HostItemProps = Pick<HostsProps, 'busy' | 'insecure' | 'onDemand' | 'decided' | ItemDeeds> & { host: KnownHost };

const NOTHING = { hosts: [], servers: [], noPlainHttp: false };

type PlainHttpProps = Pick<HostItemProps, 'host' | 'onAllowInsecure'> & { allowed: boolean; fixed: boolean };

function PlainHttp({ host, allowed, fixed, onAllowInsecure }: PlainHttpProps) {
  const reason = useId();
  return (
    <>
      <Checkbox
        label={m('allow_insecure', host.name)}
        checked={allowed}
        disabled={fixed}
        describedBy={reason}
        onChange={(chosen) => onAllowInsecure(host, chosen)}
      />
      <p class="hint" id={reason}>
        {m(fixed ? 'decided' : 'allow_insecure_explain')}
      </p>
    </>
  );
}

function HostItem(props: HostItemProps) {
  const { host, busy, insecure, onDemand, decided = NOTHING, onRemove, onSignInOnDemand } = props;
  const stays = decided.hosts.includes(host.id);
  return (
    <li>
      <div class="host-line">
        <div class="token-text">
          <span class="host-name">
            <Name of={host.name} />
          </span>
          {host.identity && <p class="who">{m('signed_in_as', host.identity.name)}</p>}
          {host.kind === 'server' && (
            <p class="who">
              <Name of={host.product} />
            </p>
          )}
        </div>
        {!stays && (
          <button
            type="button"
            class="quiet"
            disabled={busy}
            aria-label={m('remove_host', host.name)}
            onClick={() => onRemove(host)}
          >
            {m('remove')}
          </button>
        )}
      </div>
      <Checkbox
        label={m('on_demand', host.name)}
        checked={onDemand.includes(host.id)}
        onChange={(chosen) => onSignInOnDemand(host, chosen)}
      />
      {isInsecure(host) && <PlainHttp {...props} allowed={insecure.includes(host.id)} fixed={decided.noPlainHttp} />}
      <Decided of={stays} />
    </li>
  );
}

/** Servers that the user's organization names and that are not added yet: the browser asks for leave on the press. */
function OfferedServers({ servers, busy, onAdd }: { servers: readonly string[] } & Pick<HostsProps, 'busy' | 'onAdd'>) {
  return servers.map((address) => (
    <div key={address} class="offered-server">
      <p class="hint">{m('decided_server', address)}</p>
      <button type="button" disabled={busy} aria-label={m('add_named', address)} onClick={() => onAdd(address)}>
        {m('add')}
      </button>
    </div>
  ));
}

/** The servers that have more collections than these, each once. */
const cutServers = (hosts: KnownHost[]) => [
  ...new Set(hosts.flatMap((host) => (host.kind === 'server' && host.hasMoreBeside ? host.base : []))),
];

/** The field that adds an organization, and the list of those that there are, under a heading of the id `titleId`. */
export function Hosts(props: HostsProps & { titleId: string }) {
  const { hosts, busy, address, onAdd } = props;
  return (
    <>
      {address !== '' && !props.answered && <p class="hint">{m('settings_add_hint')}</p>}
      <AddressForm busy={busy} address={address} onAdd={onAdd} />
      <Waiting {...props.waiting} />
      <OfferedServers servers={props.decided?.servers ?? []} busy={busy} onAdd={onAdd} />
      <ul class="hosts" aria-labelledby={props.titleId}>
        {hosts.map((host) => (
          <HostItem key={host.id} {...props} host={host} />
        ))}
      </ul>
      {cutServers(hosts).map((base) => (
        <p key={base} class="hint">
          {m('more_collections', base)}
        </p>
      ))}
      {hosts.length === 0 && <p class="hint">{m('no_hosts')}</p>}
    </>
  );
}
