import { placedKey } from '../../../core/names/placed';
import type { Revoke } from '../../../core/revoke';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { stored } from '../../../platform/stored';
import type { Decided } from '../../on-screen';
import { failureText } from '../../words/failures';
import { follow } from '../follow';
import { comeBack, decided, ends } from './walk';

/** Why a revoke that has ended did not end its token, as far as that is known. */
function whyNot({ progress }: Revoke, { row: { host, token } }: Decided): (() => string) | null {
  const now = Date.now();
  if (progress.state === 'failed')
    return () => m('revoke_failed', nameOf(token), failureText(progress.failure, { host: host.name, now }));
  if (progress.state !== 'ended' || progress.outcome === 'revoked') return null;
  const { outcome } = progress;
  return () => m(outcome === 'active' ? 'revoke_still_active' : 'revoke_unconfirmed', nameOf(token));
}

const endings = { waiting: 'waiting', sent: 'sent', ended: 'revoked', failed: null } as const;

function note(each: Decided, revoke: Revoke | undefined): void {
  const why = revoke ? whyNot(revoke, each) : null;
  const isTakenBack = !revoke && each.end === 'waiting';
  const end = why === null && revoke ? endings[revoke.progress.state] : null;
  if (end !== null && end !== each.end) ends.value = new Map(ends.value).set(each.key, end);
  if (why === null && !isTakenBack) return;
  ends.value = new Map([...ends.value].filter(([key]) => key !== each.key));
  comeBack(each.key, why);
}

function keep(revokes: Revoke[]): void {
  const byPlace = new Map(revokes.map((each) => [placedKey(each), each]));
  for (const each of decided.value) {
    if (each.how !== 'revoke' || each.end === 'revoked') continue;
    note(each, byPlace.get(placedKey({ hostId: each.row.host.id, tokenId: each.row.token.id })));
  }
}

let isFollowed = false;

/** Follows the revokes that were decided here to their end: one that fails brings its token back, with the reason. */
export async function followEnds(): Promise<void> {
  if (isFollowed) return;
  isFollowed = true;
  await follow(stored.revokes, keep);
}
