import * as z from 'zod/mini';
import { fromBareIds, Kept } from '../core/kept';
import { Journal, RevokeAllEntry } from '../core/revoke-all/journal';
import { storageItem } from './storage-item';
import { listOf, orNull, step } from './versions';

const entries = listOf(RevokeAllEntry);

/** The stored values of the one revoke-all that there is, if any: apart from the others, since the popup needs none of them. */
export const storedRevokeAll = {
  journal: storageItem('local', 'revocation', orNull(Journal)),
  part: (part: number) => storageItem('local', `revocation:${part}`, entries),
  /** What the user wanted to keep. */
  kept: storageItem('local', 'revocation:kept', { ...listOf(Kept), steps: [step(z.array(z.unknown()), fromBareIds)] }),
};
