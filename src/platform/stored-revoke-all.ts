import * as z from 'zod/mini';
import { fittingList } from '../core/fitting';
import { Journal, RevokeAllEntry } from '../core/revoke-all/journal';
import { TokenId } from '../core/token';
import { storageItem } from './storage-item';

/** The stored values of the one revoke-all that there is, if any: apart from the others, since the popup needs none of them. */
export const storedRevokeAll = {
  journal: storageItem('local', 'revocation', z.nullable(Journal), null),
  part: (part: number) => storageItem('local', `revocation:${part}`, fittingList(RevokeAllEntry), []),
  /** What the user wanted to keep. */
  kept: storageItem('local', 'revocation:kept', fittingList(TokenId), []),
};
