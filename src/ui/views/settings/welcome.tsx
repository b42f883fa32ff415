import { message as m } from '../../../platform/message';
import { Hosts, type HostsProps } from './hosts';

/** Opened once, on installation: what the extension does with the session and with a secret. */
export function Welcome(props: HostsProps) {
  return (
    <section>
      <h1>{m('welcome')}</h1>
      <p>{m('welcome_session')}</p>
      <p>{m('welcome_secret')}</p>
      <p>{m('welcome_clipboard')}</p>
      <p>{m('welcome_next')}</p>
      <h2 id="hosts-title">{m('hosts_list')}</h2>
      <Hosts {...props} titleId="hosts-title" />
    </section>
  );
}
