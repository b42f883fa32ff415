import { DAY } from '../duration';
import { askedUntil, LONGEST_WAIT } from './hosts';
import type { RevokeAll } from './journal';

/** No server's pause is longer. */
const LONGEST_PAUSE = DAY;

/** Without the pauses of before the clock was set back: they would hold everything up for as long as it jumped. */
export function withoutOldPauses(revokeAll: RevokeAll, now: number): RevokeAll {
  const isOld = (host: RevokeAll['journal']['hosts'][number]) =>
    host.pausedUntil > Math.max(now + LONGEST_WAIT, Math.min(askedUntil(host), now + LONGEST_PAUSE));
  const { journal, entries } = revokeAll;
  if (!journal.hosts.some(isOld)) return revokeAll;
  const hosts = journal.hosts.map((host) => (isOld(host) ? { ...host, pausedUntil: 0 } : host));
  return { entries, journal: { ...journal, hosts } };
}
