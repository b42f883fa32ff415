import { signal } from '@preact/signals';
import type { Chosen } from '../../core/purposes/file';
import type { Imported } from '../../core/purposes/import';
import { FIRST_PURPOSES, type Purposes, pinnedPurposes, servesOn } from '../../core/purposes/purposes';
import { productOf } from '../../core/scopes/product';
import { named } from '../../platform/in-words/purposes';
import { stored } from '../../platform/stored';
import { computedInWords } from '../spoken';
import { followChanged } from './follow';
import { host } from './hosts';

/** The purposes as the user has them. */
export const purposes = signal<Purposes>(FIRST_PURPOSES);

export const { load: loadPurposes, whileShown: whilePurposesShown } = followChanged(stored.purposes, purposes);

/** What a file brings, until the user has looked at it. */
export const imported = signal<(Pick<Imported, 'changes'> & { settings: Chosen }) | null>(null);

/** What Quick mint shows on the chosen host. */
export const pinned = computedInWords(() => {
  const serves = host.value ? servesOn(productOf(host.value)) : () => true;
  return pinnedPurposes(purposes.value).filter(serves).map(named);
});
