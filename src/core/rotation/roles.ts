import type { HostId } from '../host';
import type { TokenId } from '../token';
import type { Account, Part, Rotation } from './state';

/** A token that can be revoked: where, as whom, which. */
export type Target = Account & { tokenId: TokenId; name: string };

/** The tokens that a rotation has made, `madeAt` by our clock, and that are not gone again. */
export function newTokens({ parts }: Rotation): (Part & Target & { madeAt: number })[] {
  return parts.flatMap((part) =>
    part.progress.state === 'made' || part.progress.state === 'lost'
      ? [{ ...part, tokenId: part.progress.tokenId, madeAt: part.progress.at }]
      : [],
  );
}

/** What a token is in an unfinished rotation, and the names of those that replace it or that it replaces. */
export type Role = { is: 'old' | 'new'; others: string[] };

/** The role of each token that a rotation is about. */
export function rolesIn(rotation: Rotation): { of: Target; role: Role }[] {
  const { old, stage } = rotation;
  if (stage.state === 'over') return [];
  const made = newTokens(rotation);
  const replaced = { of: old, role: { is: 'old' as const, others: made.map(({ name }) => name) } };
  return [replaced, ...made.map((of) => ({ of, role: { is: 'new' as const, others: [old.name] } }))];
}

/** What is left of a rotation when a host is not the extension's any more; `null` where that is nothing to go on with. */
export function withoutHost(rotation: Rotation, hostId: HostId): Rotation | null {
  const { parts, sent } = rotation;
  const isElsewhere = (of: { hostId: HostId }) => of.hostId !== hostId;
  const left = { ...rotation, parts: parts.filter(isElsewhere), ...(sent && { sent: sent.filter(isElsewhere) }) };
  const goesOn = newTokens(left).length > 0 || left.parts.some(({ progress }) => progress.state === 'creating');
  return rotation.old.hostId !== hostId && goesOn ? left : null;
}
