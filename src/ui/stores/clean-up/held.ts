import { computed } from '@preact/signals';
import { keeping } from '../../../core/kept';
import { isIt } from '../../../core/names/is-it';
import type { Placed } from '../../../core/names/placed';
import type { TokenId } from '../../../core/token';
import type { Row } from '../../on-screen';
import { revokes } from '../noticed';
import { journal, parts } from '../revoke-all/journal';
import { settings } from '../settings';
import { lost } from '../strays';

type Noted = Placed & { identityId: string };

/** By their ids: of ten thousand tokens few are noted, and only those are looked at. */
function byId(noted: readonly Noted[]): (row: Row) => boolean {
  const all = new Map<TokenId, Noted[]>();
  for (const each of noted) all.set(each.tokenId, [...(all.get(each.tokenId) ?? []), each]);
  return ({ token, host }) => all.get(token.id)?.some((of) => isIt(of, token, host)) ?? false;
}

/** The tokens of a revoke-all that has not ended: one that is stopped can go on. */
function ofRevokeAll(): Noted[] {
  const at = journal.value;
  if (!at || at.phase === 'done') return [];
  return parts.value.flat().flatMap(({ id: tokenId, host }) => {
    const place = at.hosts[host];
    return place ? [{ hostId: place.hostId, identityId: place.identity.id, tokenId }] : [];
  });
}

/** Whether a token is on its way to its end, by a revoke that waits or runs or by a revoke-all. */
export const isHeld = computed(() => byId([...revokes.value, ...ofRevokeAll()]));

/** Whether its secret was lost on the way. */
export const isStray = computed(() => byId(lost.value));

/** Whether the user always keeps it when they revoke all. */
export const isAlwaysKept = computed(() => {
  const isKept = keeping(settings.value.neverRevoke);
  return ({ token, host }: Row) => isKept({ hostId: host.id, tokenId: token.id });
});
