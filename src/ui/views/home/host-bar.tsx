import type { VNode } from 'preact';
import { ALL_HOSTS } from '../../../core/all-hosts';
import type { HostId, KnownHost } from '../../../core/host';
import { contained, visible } from '../../../core/names/visible';
import { message as m } from '../../../platform/message';
import { Icon } from '../../components/icon';
import { type Closing, MenuButton } from '../../components/menu';

const ADD = 'add';

/** What the menu needs to know of where it is opened. */
export type MoreProps = Closing & { label: string; onKeys: () => void };

type Props = {
  hosts: KnownHost[];
  /** The id of a host, or that of all of them. */
  chosen: HostId;
  /** Who is signed in there, as a sentence; empty where nobody is. */
  who: string;
  /** Whether what is shown is read anew just now. */
  refreshing: boolean;
  menu: (more: MoreProps) => VNode;
  onChoose: (id: HostId) => void;
  onKeys: () => void;
  onAdd: () => void;
};

/** Which organization, as whom, and what else there is to do. */
export function HostBar({ hosts, chosen, who, refreshing, menu, onChoose, onAdd, onKeys }: Props) {
  const choose = (select: HTMLSelectElement) => {
    const id = [...hosts.map((host) => host.id), ALL_HOSTS].find((each) => each === select.value);
    select.value = chosen; // until the choice has taken place, and for good when it was "add"
    if (id) onChoose(id);
    else onAdd();
  };
  return (
    <header class={refreshing ? 'host-bar refreshing' : 'host-bar'}>
      <div class="host-choice">
        <span class="select">
          <select aria-label={m('organization')} value={chosen} onChange={(event) => choose(event.currentTarget)}>
            {hosts.map(({ id, name }) => (
              <option key={id} value={id}>
                {contained(visible(name))}
              </option>
            ))}
            {hosts.length > 1 && <option value={ALL_HOSTS}>{m('all_organizations')}</option>}
            <option value={ADD}>{m('add_host_option')}</option>
          </select>
          <Icon name="down" />
        </span>
        <p class="who">{who}</p>
      </div>
      <MenuButton label={m('more')} menu={(closing) => menu({ ...closing, label: m('more'), onKeys })}>
        <Icon name="more" />
      </MenuButton>
    </header>
  );
}
