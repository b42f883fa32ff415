import { call } from '../contract/call';
import type { RevokeOutcome } from '../contract/contract';
import type { Draft } from '../core/draft';
import type { HostId, KnownHost } from '../core/host';
import type { Minted } from '../core/minted';
import type { PresetId } from '../core/preset';
import type { Failure, Result } from '../core/result';
import type { Secret } from '../core/secret';
import type { Token } from '../core/token';
import { browser } from '../platform/browser';
import { inBackground } from '../platform/log';
import { message as m } from '../platform/message';
import { failureText } from './failure-text';
import { busy, chosenId, go, goHome, host, notice, reading, refreshing, say, show, warn } from './state';
import { nameOf } from './text';

function explain(failure: Failure, about: string): void {
  warn(failureText(failure, { host: about, now: Date.now() }));
  // The screen is about an account that is not there any more: it has to show who is.
  if (failure.kind === 'signed-out' || failure.kind === 'wrong-identity') inBackground('refresh', refresh());
}

/** Does one deed, one at a time; `about` is the host or address it is done to, for the words about its failure. */
async function doing<T>(about: string, deed: () => Promise<Result<T>>): Promise<Result<T> | undefined> {
  if (busy.value) return undefined;
  busy.value = true;
  const result = await deed();
  busy.value = false;
  if (!result.ok) explain(result.failure, about);
  return result;
}

/** Asks the worker for what may have changed since: the page that the user looks at, and the tokens. */
export async function update(): Promise<void> {
  const found = await call('hosts.discover', {});
  if (found.ok && found.value && found.value !== host.value?.id) await choose(found.value);
  else await refresh();
}

export async function refresh(): Promise<void> {
  const id = host.value?.id;
  if (id === undefined) return;
  if (chosenId.value !== id) await show(id);
  refreshing.value = true;
  const read = await call('tokens.refresh', { hostId: id });
  refreshing.value = false;
  // A failure is stored beside the list, and shown from there; a worker that was ended stores none.
  if (!read.ok && reading.value.failure === null) explain(read.failure, host.value?.name ?? '');
}

export async function choose(hostId: HostId): Promise<void> {
  notice.value = null;
  await show(hostId);
  await call('hosts.choose', { hostId });
  await refresh();
}

export async function addHost(address: string): Promise<void> {
  say(m('adding', address));
  const added = await doing(address, () => call('hosts.add', { address }));
  if (!added?.ok) return;
  goHome();
  await show(added.value);
  await refresh();
}

export async function removeHost({ id, name }: KnownHost): Promise<void> {
  const removed = await doing(name, () => call('hosts.remove', { hostId: id }));
  if (removed?.ok) say(m('removed_host', name));
}

/** The chosen host and the account that the user is shown on it, without which nothing is changed. */
function actor() {
  const by = host.value;
  return by?.identity ? { name: by.name, who: { hostId: by.id, identityId: by.identity.id } } : undefined;
}

type Who = { hostId: HostId; identityId: string };

async function make(deed: (who: Who) => Promise<Result<Minted>>): Promise<void> {
  const by = actor();
  if (!by || busy.value) return;
  say(m('creating'));
  const minted = await doing(by.name, () => deed(by.who));
  if (minted?.ok) go({ at: 'created', minted: minted.value });
  if (minted && !minted.ok && minted.failure.kind === 'unexpected') {
    // The worker was ended in the middle of it: what it wrote down before, and the list, tell how it ended.
    warn(m('mint_interrupted'));
    await refresh();
  }
}

export const mint = (purpose: PresetId) => make((who) => call('tokens.mint', { ...who, purpose }));
export const create = (draft: Draft) => make((who) => call('tokens.create', { ...who, draft }));

const tellOutcome: Record<RevokeOutcome, (name: string) => void> = {
  revoked: (name) => say(m('revoked', name)),
  active: (name) => warn(m('revoke_still_active', name)),
  unconfirmed: (name) => warn(m('revoke_unconfirmed', name)),
};

export async function revoke(token: Token): Promise<void> {
  const by = actor();
  if (!by || busy.value) return;
  const name = nameOf(token);
  say(m('revoking', name));
  const done = await doing(by.name, () => call('tokens.revoke', { ...by.who, tokenId: token.id }));
  if (done?.ok) tellOutcome[done.value](name);
}

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(m('copied'));
  } catch {
    warn(m('copy_failed'));
  }
}

export const copy = (secret: Secret) => copyText(secret.reveal());

export async function copyDiagnostics(): Promise<void> {
  const text = await doing('', () => call('diagnostics.read', {}));
  if (text?.ok) await copyText(text.value);
}

/** The user has the secret: it is forgotten here and in session memory. */
export async function finish(): Promise<void> {
  goHome();
  await call('secret.forget', {});
}

export async function openPage(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
