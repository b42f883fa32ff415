import { isRevoke } from '../../dev-server/requests';
import type { Journal, RevokeAllEntry } from '../../src/core/revoke-all/journal';
import type { Start } from './bundle';
import { type Plan, type Simulation, simulate } from './world';

const HOST_ID = 'services:fabrikam';
const NORMAL = 'bb5bb6c8-ef0a-400f-8987-92b3674d2043';
export const DAY = 86_400_000;

export const journalOf = (simulation: Simulation) => simulation.stored<Journal | undefined>('revocation');
export const entriesOf = (simulation: Simulation) =>
  Array.from({ length: journalOf(simulation)?.parts ?? 0 }, (_, part) =>
    simulation.stored<RevokeAllEntry[]>(`revocation:${part}`),
  ).flat();
export const deletions = ({ service }: Simulation) => service.requests.filter(isRevoke);
export const many = (count: number) => Array.from({ length: count }, (_, number) => `token ${number}`);

/** A browser that knows fabrikam, as Normal Paulk. */
export function readied(start: Start, plan: Plan): Simulation {
  const simulation = simulate(start, plan);
  const host = { id: HOST_ID, kind: 'services', name: 'fabrikam', domain: 'dev.azure.com' };
  simulation.store('hosts', [{ ...host, identity: { id: NORMAL, name: 'Normal Paulk' } }]);
  return simulation;
}

export const placed = (ids: readonly string[]) => ids.map((tokenId) => ({ hostId: HOST_ID, tokenId }));

/** The user confirms that all go, or something else. */
export function begin(simulation: Simulation, change: object = {}) {
  const hosts = [{ hostId: HOST_ID, identityId: NORMAL }];
  const ask = { hosts, tokens: placed(simulation.service.ids), kept: [], typed: 'fabrikam', ...change };
  return simulation.ask('revoke-all.start', ask);
}

/** The end in words: what became of the tokens, and why of those that failed. */
export function endOf(simulation: Simulation): string {
  const { revoked, failed } = journalOf(simulation)?.summary ?? {};
  const reasons = new Set(entriesOf(simulation).flatMap(({ state, reason }) => (state === 'failed' ? [reason] : [])));
  return `${revoked} revoked, ${failed} failed${reasons.size > 0 ? `: ${[...reasons].join(', ')}` : ''}`;
}
