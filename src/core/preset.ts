import * as z from 'zod/mini';
import type { Purpose } from './purpose';

export const PresetId = z.enum(['clone', 'push', 'packages', 'agent']);
export type PresetId = z.output<typeof PresetId>;

/** A purpose of Quick mint. What else is known of it, and the other purposes, stand in the catalogue. */
export type Preset = Purpose & { id: PresetId };

export const PRESET_BY_ID: { readonly [Id in PresetId]: Preset & { id: Id } } = {
  clone: { id: 'clone', name: 'Clone and fetch', scopes: ['vso.code'], days: 30 },
  push: { id: 'push', name: 'Push code', scopes: ['vso.code_write'], days: 30 },
  packages: { id: 'packages', name: 'Restore packages', scopes: ['vso.packaging'], days: 30 },
  agent: { id: 'agent', name: 'Register an agent', scopes: ['vso.agentpools_manage'], days: 1 },
};

/** In their order on the screen. */
export const PRESETS: readonly Preset[] = PresetId.options.map((id) => PRESET_BY_ID[id]);

/** No letters or digits that are taken for one another. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/**
 * A default name for a token of this purpose: what for, since when, and a part nobody can guess, so that a token whose
 * creation was lost on the way can be told from every other. `random`: some random bytes, a letter for each.
 */
export function defaultName({ name }: Pick<Purpose, 'name'>, now: number, random: Uint8Array): string {
  const day = new Date(now).toISOString().slice(0, 10);
  const suffix = Array.from(random, (byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${name} ${day} ${suffix}`;
}

/** How many random bytes a default name takes: 25 bits, with the purpose and the day beside them. */
export const NAME_BYTES = 5;
