import { signal } from '@preact/signals';
import type { Draft } from '../../core/draft';
import type { HostId } from '../../core/host';
import type { Refused } from '../../core/minting/refused-field';
import type { Unsent } from '../../core/minting/unsent';

/** What was typed into New token before the popup closed over it. */
export const unsent = signal<Unsent | null>(null);

/** What New token begins with, in place of nothing: another token's fields, and the key by which that one is known. */
export const template = signal<{ key: string; draft: Draft } | null>(null);

/** What was refused of it, and where, until it is asked for anew. */
export const refusedToken = signal<(Refused & { hostId: HostId }) | null>(null);

/** The id of the purpose that it begins with, where one was asked for. */
export const askedPurpose = signal<string | null>(null);
