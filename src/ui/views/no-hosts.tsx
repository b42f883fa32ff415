import { message as m } from '../../platform/message';

/** In place of what belongs to an organization, where there is none yet. */
export function NoHosts() {
  return (
    <p>
      {m('no_hosts')} <a href="#organizations">{m('add_first')}</a>
    </p>
  );
}
