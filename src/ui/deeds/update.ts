import { answered, call } from '../../contract/call';
import type { HostId } from '../../core/host';
import { message as m } from '../../platform/message';
import { stored } from '../../platform/stored';
import { chosenId, host, showsAll } from '../stores/hosts';
import { offer, pageHost } from '../stores/noticed';
import { view } from '../stores/screen';
import { addWaiting, lookAgain } from './adding';
import { explain, followAccounts, refresh, refreshBeside } from './doing';
import { choose } from './hosts';

/** What the popup has asked for before the code that understands the answers was there. */
export type Asked = { discovered: Promise<unknown>; read: ReadonlyMap<HostId, Promise<unknown>> };

async function lookUp(before: HostId | undefined, asked?: Asked): Promise<void> {
  const discovered = asked ? answered('hosts.discover', asked.discovered) : call('hosts.discover', {});
  const [found] = await Promise.all([discovered, asked ? refreshBeside(asked.read) : refresh()]);
  if (!found.ok && host.value === null) explain(found.failure, m('your_organization'));
  if (!found.ok) return;
  const { hostId } = found.value;
  offer.value = found.value.offer;
  pageHost.value = hostId;
  if (hostId === null) return;
  // Not over a choice that the user has made meanwhile.
  if (before === undefined && view.value === 'home' && chosenId.value === null) await choose(hostId);
  else if (hostId === host.value?.id && !showsAll.value && hostId !== (await stored.chosenHost.get()))
    await call('hosts.choose', { hostId });
}

/**
 * Asks the worker for what may have changed since: the page that the user looks at, and the tokens. A page of another
 * host than the one on the screen is told of, and nothing is shown in place of what a hand may be about to press.
 */
export async function update(asked?: Asked): Promise<void> {
  followAccounts();
  const before = host.value?.id;
  if (before === undefined) await lookAgain();
  // Beside the lists: a server that is out of reach must not hold them up.
  const waiting = before === undefined ? null : addWaiting();
  await lookUp(before, asked);
  if (await waiting) await lookUp(before);
}
