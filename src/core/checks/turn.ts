import * as z from 'zod/mini';
import { HostId } from '../host';
import { Instant } from '../token';

/** When a host's list is read next without being asked for, and how often in a row that failed. */
export const Turn = z.object({ hostId: HostId, at: Instant, failures: z.number() });
export type Turn = z.output<typeof Turn>;
