import { call } from '../../contract/call';
import type { HostId, KnownHost } from '../../core/host';
import { type Address, parseAddress, textOf } from '../../core/hosts/address';
import { holdsSecret } from '../../core/hosts/pasted-secret';
import type { Result } from '../../core/result';
import { message as m } from '../../platform/message';
import { askToReach } from '../../platform/permission';
import { inSequence } from '../../platform/words';
import { busy } from '../stores/busy';
import { refreshing, show } from '../stores/lists';
import { hush, say, warn } from '../stores/notice';
import { rotations } from '../stores/rotations';
import { goHome } from '../stores/screen';
import { doing, explain, refresh } from './doing';
import { openAdd } from './pages';

export async function choose(hostId: HostId): Promise<void> {
  hush();
  refreshing.value = true; // before it is shown: what was never read is loading, and has not failed
  await show(hostId);
  await call('hosts.choose', { hostId });
  await refresh();
}

/** Adds a host from a tab, where the user can be asked for leave to reach it. */
export async function askAndAddHost(text: string): Promise<void> {
  const address = understood(text);
  if (!address) return;
  // On its way before the question, and not awaited: a browser asks only in direct answer to a press.
  const kept = call('hosts.pend', { address: textOf(address) });
  await askToReach(address);
  await kept;
  await addHost(text, address);
}

/** Adds a host; one that needs the user's leave is added in a tab. */
export async function addHostInPopup(text: string): Promise<void> {
  const address = understood(text);
  if (!address) return;
  const added = await addHost(text, address);
  if (added?.ok === false && added.failure.kind === 'permission') await openAdd(textOf(address));
}

/** Says that a secret was in the text, before what else there is to say; nothing of the text but the address goes on. */
const besides = (text: string) => (why: string) => inSequence(holdsSecret(text) ? m('address_had_secret') : '', why);

/** The one reading of what was typed; where it is no address, the user is told. */
function understood(text: string): Address | undefined {
  const read = parseAddress(text);
  if (read.ok) return read.value;
  explain(read.failure, '', { inSentence: besides(text) });
  return undefined;
}

async function addHost(text: string, address: Address): Promise<Result<HostId> | undefined> {
  if (busy.value) return undefined;
  const about = textOf(address);
  say(besides(text)(m('adding', about)));
  busy.value = true;
  const added = await call('hosts.add', { address: about });
  busy.value = false;
  if (!added.ok) {
    explain(added.failure, about, { inSentence: besides(text) });
    return added;
  }
  goHome();
  refreshing.value = true;
  await show(added.value);
  await refresh();
  if (holdsSecret(text)) warn(m('address_had_secret'));
  return added;
}

export async function removeHost({ id, name }: KnownHost): Promise<void> {
  const rotating = rotations.value.some(({ old, parts }) => [old, ...parts].some(({ hostId }) => hostId === id));
  const removed = await doing(name, () => call('hosts.remove', { hostId: id }));
  if (removed?.ok) say(m(rotating ? 'removed_host_rotating' : 'removed_host', name));
}
