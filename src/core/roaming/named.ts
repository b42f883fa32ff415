import type { Settings } from '../settings';
import type { Entries } from './entry';

export const ON_DEMAND = 'onDemand:';

/** The name of the one value that names an organization. */
export const onDemandName = (hostId: string) => `${ON_DEMAND}${hostId}`;

/** What of these may be known here: organizations are named only where the user wants that, and has them. */
export function allowedHere(entries: Entries, { roamNames }: Settings, hosts: readonly string[]): Entries {
  const isAllowed = (name: string) =>
    !name.startsWith(ON_DEMAND) || (roamNames && hosts.includes(name.slice(ON_DEMAND.length)));
  return Object.fromEntries(Object.entries(entries).filter(([name]) => isAllowed(name)));
}
