import { call } from '../contract/call';
import type { Draft } from '../core/draft';
import { ALL_HOSTS, type HostId, type KnownHost } from '../core/host';
import { duplicateOf } from '../core/minting/duplicate';
import type { Minted } from '../core/minting/minted';
import type { Failure, Result } from '../core/result';
import { browser } from '../platform/browser';
import { inBackground } from '../platform/log';
import { message as m } from '../platform/message';
import { askToReach } from '../platform/permission';
import { copyText } from './clipboard';
import {
  busy,
  chosenId,
  go,
  goHome,
  host,
  notice,
  offer,
  present,
  type Row,
  refreshing,
  rotations,
  say,
  show,
  shown,
  showsAll,
  template,
  view,
  warn,
  withdraw,
} from './state';
import { failureText } from './words/failures';

/** After these the screen may be about an account that is not there any more: it has to show who is. */
const CHANGED_SESSION: ReadonlySet<Failure['kind']> = new Set(['signed-out', 'wrong-identity', 'refused']);

/** Says why something failed; `inSentence` puts the reason into a longer sentence. */
export function explain(failure: Failure, about: string, inSentence = (why: string) => why): void {
  const page = failure.kind === 'signed-out' ? failure.signInUrl : undefined;
  warn(inSentence(failureText(failure, { host: about, now: Date.now() })), page);
  if (CHANGED_SESSION.has(failure.kind)) inBackground('refresh', refresh());
}

/** Does one deed, one at a time; `about` is the host or address it is done to, for the words about its failure. */
export async function doing<T>(about: string, deed: () => Promise<Result<T>>): Promise<Result<T> | undefined> {
  if (busy.value) return undefined;
  busy.value = true;
  const result = await deed();
  busy.value = false;
  if (!result.ok) explain(result.failure, about);
  return result;
}

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

async function refreshHost(hostId: HostId): Promise<void> {
  const read = await call('tokens.refresh', { hostId });
  const kept = shown.value.find(({ host }) => host.id === hostId);
  // A failure is stored beside the list, and shown from there; a worker that was ended stores none.
  if (!read.ok && kept?.failure === null) explain(read.failure, kept.host.name);
}

/** Reads what is on the screen again. */
export async function refresh(): Promise<void> {
  const chosen = showsAll.value ? ALL_HOSTS : host.value?.id;
  if (chosen === undefined) return;
  await show(chosen);
  refreshing.value = true;
  await Promise.all(shown.value.map(({ host }) => refreshHost(host.id)));
  refreshing.value = false;
}

export async function choose(hostId: HostId): Promise<void> {
  notice.value = null;
  await show(hostId);
  await call('hosts.choose', { hostId });
  await refresh();
}

/** The tab in which a browser can ask for leave to reach an address; a popup would close over the question. */
export async function openAdd(address: string): Promise<void> {
  await openView(`add=${encodeURIComponent(address)}`);
}

/** Adds a host from a tab, where the user can be asked for leave to reach it. */
export async function askAndAddHost(address: string): Promise<void> {
  await askToReach(address);
  await addHost(address);
}

/** Adds a host; one that needs the user's leave is added in a tab. */
export async function addHostInPopup(address: string): Promise<void> {
  const added = await addHost(address);
  if (added?.ok === false && added.failure.kind === 'permission') await openAdd(address);
}

async function addHost(address: string): Promise<Result<HostId> | undefined> {
  say(m('adding', address));
  const added = await doing(address, () => call('hosts.add', { address }));
  if (!added?.ok) return added;
  goHome();
  await show(added.value);
  await refresh();
  return added;
}

export async function removeHost({ id, name }: KnownHost): Promise<void> {
  const rotating = rotations.value.some(({ old, parts }) => [old, ...parts].some(({ hostId }) => hostId === id));
  const removed = await doing(name, () => call('hosts.remove', { hostId: id }));
  if (removed?.ok) say(m(rotating ? 'removed_host_rotating' : 'removed_host', name));
}

/** A host and the account that the user is shown on it, without which nothing is changed. */
export function actorOn(by: KnownHost | null) {
  return by?.identity ? { name: by.name, who: { hostId: by.id, identityId: by.identity.id } } : undefined;
}

type Who = { hostId: HostId; identityId: string };

/** Has a token made somewhere, and hands it over. */
export async function makeOn(place: KnownHost | null, deed: (who: Who) => Promise<Result<Minted>>): Promise<void> {
  const by = actorOn(place);
  if (!by || busy.value) return;
  say(m('creating'));
  const made = await doing(by.name, () => deed(by.who));
  if (made?.ok) present(made.value);
  else if (made?.failure.kind === 'uncertain')
    showAtHome(failureText(made.failure, { host: by.name, now: Date.now() }));
  else if (made?.failure.kind === 'interrupted') {
    // The worker was ended in the middle of it: what it wrote down before, and the list, tell how it ended.
    showAtHome(m('mint_interrupted'));
    await refresh();
  }
}

/** What was made is to be seen there. */
function showAtHome(text: string): void {
  goHome();
  warn(text);
}

export const mint = (purpose: string) => makeOn(host.value, (who) => call('tokens.mint', { ...who, purpose }));
export const create = (draft: Draft) => makeOn(host.value, (who) => call('tokens.create', { ...who, draft }));

/** Opens New token with another one's scopes and about its lifetime. */
export async function duplicate({ token, host }: Row): Promise<void> {
  await choose(host.id);
  go('create');
  template.value = duplicateOf(token, Date.now());
}

export async function copyDiagnostics(): Promise<void> {
  const text = await doing('', () => call('diagnostics.read', {}));
  if (text?.ok) await copyText(text.value);
}

/** The user has the secret: it is forgotten here and in session memory. */
export async function finish({ token }: Minted): Promise<void> {
  goHome();
  withdraw(token.id);
  const forgotten = await call('secret.forget', { tokenId: token.id });
  if (!forgotten.ok) explain(forgotten.failure, '');
}

export async function openPage(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** Opens a view of the tab, by the word behind its `#`. */
export const openView = (view: string) => openPage(browser.runtime.getURL(`src/page/index.html#${view}`));

export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
