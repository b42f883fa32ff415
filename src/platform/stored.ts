import * as z from 'zod/mini';
import { type HostId, HostId as HostIdSchema, KnownHost } from '../core/host';
import { Intent } from '../core/intent';
import { Minted } from '../core/minted';
import { NOTHING_READ, Reading } from '../core/snapshot';
import { Instant } from '../core/token';
import { storageItem } from './storage-item';

/** What a read-only probe found about an organization's lifecycle API, and when. */
export const LifecycleProbe = z.object({ open: z.boolean(), at: Instant });

/** Every stored value of the extension. A secret has a place in session memory only. */
export const stored = {
  hosts: storageItem('local', 'hosts', z.array(KnownHost), []),
  /** The host that the popup showed last. */
  chosenHost: storageItem('local', 'chosenHost', z.nullable(HostIdSchema), null),
  reading: (hostId: HostId) => storageItem('local', `reading:${hostId}`, Reading, NOTHING_READ),
  probe: (hostId: HostId) => storageItem('local', `probe:${hostId}`, z.nullable(LifecycleProbe), null),
  intents: storageItem('local', 'intents', z.array(Intent), []),
  minted: storageItem('session', 'minted', z.nullable(Minted), null),
};
