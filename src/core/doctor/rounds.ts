import type { Host, HostId, KnownHost } from '../host';
import { keeperOf } from '../names/token-key';
import type { Failure } from '../result';
import { readsOf } from './reads';

/**
 * Whom to ask about a token, round by round: first the organizations of Azure DevOps Services, then one server after the
 * other. A round is only asked where all before have refused the token, so that what works in one place is shown to nobody else.
 */
export function roundsOf(hosts: readonly KnownHost[]): KnownHost[][] {
  const keepers = [...new Set(['services', ...hosts.map(keeperOf)])];
  const rounds = keepers.map((keeper) => hosts.filter((host) => keeperOf(host) === keeper));
  return rounds.filter((round) => round.length > 0);
}

/** Whom a token may concern: of one that was made here, the cloud or the server that made it, and nobody else. */
export function concerned(hosts: readonly KnownHost[], madeAt: HostId | undefined): readonly KnownHost[] {
  const maker = hosts.find(({ id }) => id === madeAt);
  return maker ? hosts.filter((host) => keeperOf(host) === keeperOf(maker)) : hosts;
}

/**
 * Whether an answer says that a token is not known there; all others leave open whether it works. So does a refusal of
 * somebody: a token of a known person who is no member, or whom a policy keeps out, works elsewhere in the same cloud. And so
 * does a page with a good status, which whoever is between can have put there.
 */
export const isRefusal = (failure: Failure): boolean => failure.kind === 'signed-out' && failure.by === 'refusal';

/** How many requests a token can cost: one at each host, and one in each area where it works. */
export function mostReads(hosts: readonly Host[]): number {
  const areas = [...new Set(hosts.map(({ kind }) => readsOf(kind).length))];
  return hosts.length + Math.max(0, ...areas);
}
