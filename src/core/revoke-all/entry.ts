import type { RevokeAllEntry } from './journal';

/** By what an entry is known in its journal: two hosts may have tokens of one id. */
export const entryKey = ({ host, id }: Pick<RevokeAllEntry, 'host' | 'id'>): string => `${host} ${id}`;
