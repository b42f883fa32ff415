import { Aside } from '../core/aside';
import { storageItem } from './storage-item';
import { listOf } from './versions';

/** The key of what was set aside; what each of them held is stored beside it, as `aside:{key}:{time}`. */
export const ASIDE = 'aside';

const kind = listOf(Aside);

/** What was set aside in each area, newest first. It stays in its area: what was in memory only must not reach the disk. */
export const asides = { local: storageItem('local', ASIDE, kind), session: storageItem('session', ASIDE, kind) };
