import type { HostId, KnownHost } from '../../core/host';
import { message as m } from '../../platform/message';
import { Icon } from './icon';
import { Menu, type MenuItem } from './menu';

const ADD = 'add';

type Props = {
  hosts: KnownHost[];
  chosen: KnownHost;
  /** Who is signed in there, as a sentence; empty where nobody is. */
  who: string;
  items: MenuItem[];
  onChoose: (id: HostId) => void;
  onAdd: () => void;
};

/** Which organization, as whom, and what else there is to do. */
export function HostBar({ hosts, chosen, who, items, onChoose, onAdd }: Props) {
  const choose = (select: HTMLSelectElement) => {
    const host = hosts.find(({ id }) => id === select.value);
    select.value = chosen.id; // until the choice has taken place, and for good when it was "add"
    if (host) onChoose(host.id);
    else onAdd();
  };
  return (
    <header class="host-bar">
      <div class="host-line">
        <select aria-label={m('organization')} value={chosen.id} onChange={(event) => choose(event.currentTarget)}>
          {hosts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={ADD}>{m('add_host_option')}</option>
        </select>
        <Menu label={m('more')} items={items}>
          <Icon name="more" />
        </Menu>
      </div>
      <p class="who">{who}</p>
    </header>
  );
}
