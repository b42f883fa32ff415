import { DAY } from '../duration';
import type { RevokeAll } from './journal';

/** No pause is longer: servers are held to an hour, and what is put off by ourselves to half a minute. */
const LONGEST_PAUSE = DAY;

/** Without the pauses of before the clock was set back: they would hold everything up for as long as it jumped. */
export function withoutOldPauses(revokeAll: RevokeAll, now: number): RevokeAll {
  const isOld = ({ pausedUntil }: RevokeAll['journal']['hosts'][number]) => pausedUntil > now + LONGEST_PAUSE;
  const { journal, entries } = revokeAll;
  if (!journal.hosts.some(isOld)) return revokeAll;
  const hosts = journal.hosts.map((host) => (isOld(host) ? { ...host, pausedUntil: 0 } : host));
  return { entries, journal: { ...journal, hosts } };
}
