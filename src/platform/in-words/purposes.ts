import { PRESETS } from '../../core/purposes/built-in';
import type { Purpose } from '../../core/purposes/purpose';
import { type AnyPurpose, isOwn } from '../../core/purposes/purposes';
import { wordsFor } from '../message';

/** With the name that the user reads on its button. The worker needs it, too: tokens are named after it. */
export function named(purpose: AnyPurpose): Purpose {
  return isOwn(purpose) ? purpose : { ...purpose, name: wordsFor('built_in_name', purpose.id) };
}

/** The names that no purpose of the user's own may have. */
export const reservedNames = (): string[] => PRESETS.map((preset) => named(preset).name);
