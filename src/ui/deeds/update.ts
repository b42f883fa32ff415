import { call } from '../../contract/call';
import { ALL_HOSTS } from '../../core/host';
import { message as m } from '../../platform/message';
import { busy } from '../stores/busy';
import { chosenId, host } from '../stores/hosts';
import { offer } from '../stores/noticed';
import { view } from '../stores/screen';
import { explain, refresh } from './doing';
import { choose } from './hosts';

/** Whether the user is in the middle of something that another organization on the screen would spoil. */
const isOccupied = () => busy.value || view.value !== 'home' || document.querySelector('dialog[open]') !== null;

/** Asks the worker for what may have changed since: the page that the user looks at, and the tokens. */
export async function update(): Promise<void> {
  const before = chosenId.value;
  const hadHost = host.value !== null;
  const [found] = await Promise.all([call('hosts.discover', {}), refresh()]);
  if (!found.ok && host.value === null) explain(found.failure, m('your_organization'));
  const here = found.ok ? found.value.hostId : null;
  offer.value = found.ok ? found.value.offer : null;
  const isOther = here !== null && here !== before && before !== ALL_HOSTS; // "all" has it already
  if (!isOther || chosenId.value !== before || isOccupied()) return;
  if (here !== host.value?.id) await choose(here);
  else if (!hadHost) await refresh();
}
