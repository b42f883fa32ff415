import type { HostId } from '../core/host';
import { versionNow } from './language/spoken';
import { language } from './words';

/** The key of what the popup shows first, and that of another host, over a page of which the popup may be opened. */
export const FRONT = 'front';
export const frontKey = (hostId: HostId): string => `${FRONT}:${hostId}`;

/** What a value has to say to be of this version, and in the words of now. */
export const frontStamp = (): string => `${versionNow()} ${language()}`;
