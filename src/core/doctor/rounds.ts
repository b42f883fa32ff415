import type { Host, KnownHost } from '../host';
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

/** Whether an answer says that a token does not work there; all others leave that open. */
export const isRefusal = ({ kind }: Failure): boolean => kind === 'signed-out' || kind === 'forbidden';

/** How many requests a token can cost: one at each host, and one in each area where it works. */
export function mostReads(hosts: readonly Host[]): number {
  const areas = [...new Set(hosts.map(({ kind }) => readsOf(kind).length))];
  return hosts.length + Math.max(0, ...areas);
}
