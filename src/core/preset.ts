import * as z from 'zod/mini';

export const PresetId = z.enum(['clone', 'push', 'packages', 'agent']);
export type PresetId = z.output<typeof PresetId>;

/** "What is it for?": a purpose with the least scope that serves it. */
export type Preset = { id: PresetId; name: string; scopes: string[]; days: number };

/**
 * The purposes of Quick mint, in their order on the screen.
 * Sources: services.md section 7 (scopes). An agent needs its token only while it registers, hence one day.
 */
export const PRESETS: readonly Preset[] = [
  { id: 'clone', name: 'Clone and fetch', scopes: ['vso.code'], days: 30 },
  { id: 'push', name: 'Push code', scopes: ['vso.code_write'], days: 30 },
  { id: 'packages', name: 'Restore packages', scopes: ['vso.packaging'], days: 30 },
  { id: 'agent', name: 'Register an agent', scopes: ['vso.agentpools_manage'], days: 1 },
];

/** No letters or digits that are taken for one another. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/**
 * A default name for a token of this purpose: what for, since when, and a part nobody can guess, so that a token whose
 * creation was lost on the way can be told from every other. `random`: some random bytes, a letter for each.
 */
export function defaultName(preset: Preset, now: number, random: Uint8Array): string {
  const day = new Date(now).toISOString().slice(0, 10);
  const suffix = Array.from(random, (byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${preset.name} ${day} ${suffix}`;
}

/** How many random bytes a default name takes: 25 bits, with the purpose and the day beside them. */
export const NAME_BYTES = 5;
