import { useId } from 'preact/hooks';
import { nameOf } from '../../../platform/in-words/people';
import { listInWords } from '../../../platform/in-words/sequence';
import { message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import { Title } from '../../components/frames/title';
import { Icon } from '../../components/icon';
import { Why } from '../../components/why';
import { AddressForm } from './add-host';
import type { HostsProps } from './hosts';
import { Waiting } from './waiting';
import './welcome.css';

/** What somebody wants to know before they trust it, and the words that stand out of it. */
const promises = [
  ['welcome_session', 'welcome_session_more'],
  ['welcome_server', 'welcome_server_more'],
  ['welcome_check', 'welcome_check_more'],
] as const;

function Promises() {
  return (
    <ul class="promises">
      {promises.map(([what, more]) => (
        <li key={what}>
          <Icon name="check" />
          <p>
            <strong>{m(what)}</strong> {m(more)}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The browser's toolbar, with the list of extensions open under it: the pin beside Patina is what to press. */
function Toolbar() {
  return (
    <div class="toolbar" aria-hidden="true">
      <div class="toolbar-bar">
        <span class="toolbar-address" />
        <img src="/icons/32.png" width="16" height="16" alt="" />
        <span class="toolbar-press">
          <Icon name="puzzle" />
        </span>
      </div>
      <div class="toolbar-list">
        <img src="/icons/32.png" width="16" height="16" alt="" />
        {m('patina')}
        <span class="toolbar-press">
          <Icon name="pin" />
        </span>
      </div>
    </div>
  );
}

function Pinning() {
  const title = useId();
  return (
    <section class="pinning" aria-labelledby={title}>
      <div>
        <h2 id={title}>{m('welcome_pin')}</h2>
        <ol>
          <li>{m('welcome_pin_list')}</li>
          <li>{m('welcome_pin_press')}</li>
        </ol>
      </div>
      <Toolbar />
    </section>
  );
}

/** Opened once, on installation: what it does with the session, the first organization, and where its icon is. */
export function Welcome({ hosts, busy, address, waiting, onAdd }: HostsProps) {
  return (
    <section class="welcome">
      <Title>{m('welcome')}</Title>
      <Promises />
      <AddressForm busy={busy} address={address} onAdd={onAdd} />
      <Waiting {...waiting} />
      {hosts.length > 0 && (
        <p class="ready">
          <Icon name="check" />
          {plural('welcome_ready', hosts.length, listInWords(hosts.map(nameOf)))}
        </p>
      )}
      <Pinning />
      <div>
        <p class="hint">{m('clipboard_history')}</p>
        <Why>
          <p>{m('clipboard_history_more')}</p>
          <p>{m('welcome_secret')}</p>
          <p>{m('welcome_asks')}</p>
        </Why>
      </div>
    </section>
  );
}
