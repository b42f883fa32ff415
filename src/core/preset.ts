import * as z from 'zod/mini';
import type { Purpose } from './purpose';
import { BUILT_IN_PURPOSES, DEFAULT_PINNED } from './purpose-catalogue';
import { DEFAULT_TEMPLATE, nameFrom } from './token-name';

export const PresetId = z.enum(DEFAULT_PINNED);
export type PresetId = z.output<typeof PresetId>;

/** A built-in purpose that is pinned to Quick mint from the start. */
export type Preset = Purpose & { id: PresetId };

export const PRESETS: readonly Preset[] = BUILT_IN_PURPOSES.flatMap((purpose) => {
  const id = PresetId.safeParse(purpose.id);
  return id.success ? [{ ...purpose, id: id.data }] : [];
});

/**
 * A default name for a token of this purpose: what for, since when, and a part nobody can guess, so that a token whose
 * creation was lost on the way can be told from every other. `random`: some random bytes, a letter for each.
 */
export function defaultName({ name }: Pick<Preset, 'name'>, now: number, random: Uint8Array): string {
  return nameFrom(DEFAULT_TEMPLATE, { purpose: name, note: '', now, random });
}

/** How many random bytes a default name takes: 25 bits, with the purpose and the day beside them. */
export const NAME_BYTES = 5;
