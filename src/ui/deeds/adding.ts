import { call } from '../../contract/call';
import type { HostId } from '../../core/host';
import { type Address, parseAddress, textOf } from '../../core/hosts/address';
import { holdsSecret } from '../../core/hosts/pasted-secret';
import type { Failure, Result } from '../../core/result';
import { inSequence } from '../../platform/in-words/sequence';
import { message as m } from '../../platform/message';
import { askToReach } from '../../platform/permission';
import { busy } from '../stores/busy';
import { hosts, pending } from '../stores/hosts';
import { show, whileReading } from '../stores/lists';
import { hush, say, sayToo, warn } from '../stores/notice';
import { goHome } from '../stores/screen';
import { failureText } from '../words/failures';
import { explain, refresh } from './doing';
import { openAdd } from './leave';

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
  if (added.ok) await showAdded(added.value);
  else explainAdding(added.failure, about, besides(text));
  if (added.ok && holdsSecret(text)) warn(m('address_had_secret'));
  return added;
}

async function showAdded(hostId: HostId): Promise<void> {
  goHome();
  await whileReading(async () => {
    await show(hostId);
    await refresh();
  });
  const added = hosts.value.find(({ id }) => id === hostId);
  if (added?.kind === 'server' && added.hasMoreBeside) sayToo(m('more_collections', added.base));
}

/** One that waits for somebody to sign in says the rest beside it, with the button that leads there. */
function explainAdding(failure: Failure, about: string, inSentence: (why: string) => string): void {
  if (failure.kind !== 'signed-out') explain(failure, about, { inSentence });
  else warn(inSentence(failureText(failure, { host: about, now: Date.now() })));
}

/** Looks whether the server that waits for a sign-in answers by now; answers what was added. Says nothing while it does not. */
export async function addWaiting(): Promise<HostId | null> {
  const waiting = pending.value;
  if (!waiting?.signInUrl || busy.value) return null;
  const added = await call('hosts.add', { address: waiting.address });
  return added.ok ? added.value : null;
}

/** The same, from the screen that waits for it. */
export async function lookAgain(): Promise<void> {
  const added = await addWaiting();
  if (added) await showAdded(added);
}

export async function stopWaiting(): Promise<void> {
  hush();
  await call('hosts.pend', { address: null });
}
