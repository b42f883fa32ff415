import { computed, signal } from '@preact/signals';
import { FIRST_PURPOSES, type Purposes, pinnedPurposes, servesOn } from '../../core/purposes/purposes';
import { productOf } from '../../core/scopes/product';
import { stored } from '../../platform/stored';
import { host } from '../state';

/** The purposes as the user has them. */
export const purposes = signal<Purposes>(FIRST_PURPOSES);

/** What Quick mint shows on the chosen host. */
export const pinned = computed(() => {
  const serves = host.value ? servesOn(productOf(host.value)) : () => true;
  return pinnedPurposes(purposes.value).filter(serves);
});

/** Shows the purposes as storage has them. */
export async function loadPurposes(): Promise<void> {
  stored.purposes.watch((value) => {
    purposes.value = value;
  });
  purposes.value = await stored.purposes.get();
}
