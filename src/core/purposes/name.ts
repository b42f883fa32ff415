import { isOfOneScript, looksLike } from '../names/look-alike';
import { visible } from '../names/visible';

/** Names are the same where they look the same, so that nobody mistakes one purpose for another. */
export const isSameName = looksLike;

/** What keeps a name from being one: signs that nobody sees, or letters of scripts that look like each other's. */
export function nameFault(name: string): 'hidden-signs' | 'several-scripts' | null {
  if (visible(name) !== name) return 'hidden-signs';
  return isOfOneScript(name) ? null : 'several-scripts';
}
