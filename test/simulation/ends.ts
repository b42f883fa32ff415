import { expect } from 'vitest';
import { type Entry, KEPT } from '../../src/core/history';
import { DAY, entriesOf, journalOf } from './setting';
import type { Simulation } from './world';

export async function toTheEnd(simulation: Simulation, limit = DAY): Promise<void> {
  const isOver = () => (journalOf(simulation)?.phase ?? 'none') !== 'running';
  expect(await simulation.clock.runUntil(isOver, limit), 'it comes to an end').toBe(true);
}

/** What the screen shows is in storage: it has to be what the server knows. */
export function expectAgreement(simulation: Simulation): void {
  const { service, wire } = simulation;
  const entries = entriesOf(simulation);
  for (const { id, state } of entries) expect([id, service.works(id)]).toEqual([id, state === 'failed']);
  const count = (state: string) => entries.filter((entry) => entry.state === state).length;
  expect(journalOf(simulation)?.summary).toMatchObject({
    revoked: count('revoked') + count('gone'),
    failed: count('failed'),
    left: service.ids.filter(service.works).length,
  });
  const told = simulation.stored<Entry[]>('history').map(({ tokenId, outcome }) => `${tokenId} ${outcome}`);
  expect(new Set(told).size, 'the history tells it once').toBe(told.length);
  const gone = count('revoked') + count('gone');
  expect(told.filter((each) => each.endsWith('done'))).toHaveLength(Math.min(gone, KEPT));
  expect(service.alarms).toEqual([]);
  expect(wire.most).toBeLessThanOrEqual(4);
}
