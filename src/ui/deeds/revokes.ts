import { call } from '../../contract/call';
import { placedKey } from '../../core/names/placed';
import { type Revoke, RevokeOutcome } from '../../core/revoke';
import { nameOf } from '../../platform/in-words/people';
import { listInWords } from '../../platform/in-words/sequence';
import { inBackground } from '../../platform/log';
import { message as m } from '../../platform/message';
import { stored } from '../../platform/stored';
import { actorOn } from '../actor';
import type { Row } from '../on-screen';
import { hosts } from '../stores/hosts';
import { hush, say, sayToo, warn, warnToo } from '../stores/notice';
import { followedElsewhere, noteHand, revokes } from '../stores/noticed';
import { explain } from './doing';

const sayOutcome: Record<RevokeOutcome, (names: string) => void> = {
  revoked: (names) => sayToo(m('revoked', names)),
  active: (names) => warnToo(m('revoke_still_active', names)),
  unconfirmed: (names) => warnToo(m('revoke_unconfirmed', names)),
};

/** What ended alike is told in one sentence. */
function sayEnds(ended: Revoke[]): void {
  for (const outcome of RevokeOutcome.options) {
    const alike = ended.filter(({ progress }) => progress.state === 'ended' && progress.outcome === outcome);
    if (alike.length > 0) sayOutcome[outcome](listInWords(alike.map(nameOf)));
  }
  for (const each of ended) sayFailure(each);
}

function sayFailure({ progress, hostId, ...revoke }: Revoke): void {
  if (progress.state !== 'failed') return;
  const host = hosts.value.find(({ id }) => id === hostId)?.name ?? '';
  explain(progress.failure, host, { inSentence: (why) => m('revoke_failed', nameOf(revoke), why), tell: warnToo });
}

/** Shows what goes on, and tells once of what has ended since, where somebody can see it: also of a revoke whose popup was closed. */
function keep(stored: Revoke[]): void {
  const ended = stored.filter(({ progress: { state } }) => state === 'ended' || state === 'failed');
  revokes.value = stored.filter((each) => !ended.includes(each));
  if (ended.length === 0 || document.hidden) return;
  sayEnds(ended.filter((each) => !followedElsewhere.value.has(placedKey(each))));
  const told = ended.map(({ hostId, tokenId }) => ({ hostId, tokenId }));
  inBackground('told of revokes', call('revokes.told', { revokes: told }));
}

/** For a view that shows tokens, and with them what becomes of their revokes. */
export async function loadRevokes(): Promise<void> {
  const look = async () => keep(await stored.revokes.get());
  stored.revokes.watch(keep);
  document.addEventListener('visibilitychange', () => inBackground('revokes', look()));
  await look();
}

/** Asks the worker to revoke a token when the time for an Undo is over. */
export async function revoke({ token, host }: Row): Promise<void> {
  const by = actorOn(host);
  if (!by) return;
  hush();
  noteHand({ hostId: host.id, tokenId: token.id });
  const taken = await call('tokens.revoke', { ...by.who, tokenId: token.id });
  if (!taken.ok) explain(taken.failure, by.name);
}

export async function undo({ hostId, tokenId, name: given }: Revoke): Promise<void> {
  const name = nameOf({ name: given });
  const undone = await call('tokens.undo-revoke', { hostId, tokenId });
  if (!undone.ok) explain(undone.failure, name);
  else if (undone.value) say(m('revoke_undone', name));
  else warn(m('undo_too_late', name));
}
