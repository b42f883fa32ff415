import type { Purpose } from '../../core/purposes/purpose';
import { isBuiltIn } from '../../core/purposes/purposes';
import { wordsFor } from '../../platform/message';

/** What a purpose is known not to do, or the user wanted to remember of it. */
export function remarkOn({ id, note }: Purpose): string | undefined {
  return isBuiltIn(id) ? wordsFor('built_in_gap', id) : note;
}

/** Where the scopes of a purpose that comes with Patina are from. */
export function sourceOf({ id }: Purpose): string | undefined {
  return isBuiltIn(id) ? wordsFor('built_in_source', id) : undefined;
}
