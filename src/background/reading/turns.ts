import { type Plan, withPause, withReading } from '../../core/checks/next-turn';
import type { Turn } from '../../core/checks/turn';
import { restarted, withHosts } from '../../core/checks/turns';
import { HOUR } from '../../core/duration';
import { pauseAskedBy } from '../../core/failure-meaning';
import type { Host, HostId } from '../../core/host';
import type { Failure } from '../../core/result';
import type { Settings } from '../../core/settings';
import { keepAlarm } from '../../platform/alarm';
import { stored } from '../../platform/stored';
import { CHECK } from '../alarm-names';

/** How often lists are read without being asked for; `null` where the user wants that only when they look. */
export function planOf({ checkEveryHours }: Settings): Plan | null {
  const clock = { now: Date.now(), chance: () => Math.random() };
  return checkEveryHours === null ? null : { period: checkEveryHours * HOUR, ...clock };
}

/** Sets the alarm for whose turn is next. */
export async function keepTurns(turns: Turn[]): Promise<void> {
  await keepAlarm(CHECK, turns.length === 0 ? null : Math.min(...turns.map(({ at }) => at)));
}

/** The hosts of Azure DevOps Services are one server: a pause that one of them asks for is for all. */
const isOnServerOf = (host: Host) => (other: Host) =>
  other.id === host.id || (other.kind === 'services' && host.kind === 'services');

const idsOf = (hosts: Host[]) => hosts.map(({ id }) => id);

/** A host's list was read, by whomever: its next turn is a whole period later, or more where the server asks for it. */
export async function noteTurn(host: Host, failure: Failure | null): Promise<void> {
  const plan = planOf(await stored.settings.get());
  if (plan === null) return;
  const hosts = await stored.hosts.get();
  const until = pauseAskedBy(failure);
  await stored.turns.update((turns) => {
    const all = withHosts(withReading(turns, { hostId: host.id, failure }, plan), idsOf(hosts), plan);
    return withPause(all, idsOf(hosts.filter(isOnServerOf(host))), until);
  });
  await keepTurns(await stored.turns.get());
}

/** The pauses that servers have asked for, by the last reading of each host: for which hosts each holds, and until when. */
async function pausesOf(hosts: Host[]): Promise<{ ids: HostId[]; until: number }[]> {
  const pauseOf = async (host: Host) => {
    const { failure } = await stored.reading(host.id).get();
    return { ids: idsOf(hosts.filter(isOnServerOf(host))), until: pauseAskedBy(failure) };
  };
  return await Promise.all(hosts.map(pauseOf));
}

/** Where another period was chosen. A pause holds for the other organizations too, which were not refused themselves. */
export async function restartTurns(before: Settings, settings: Settings): Promise<void> {
  const plan = planOf(settings);
  if (plan?.period === planOf(before)?.period) return;
  if (plan === null) return await keepAlarm(CHECK, null);
  const pauses = await pausesOf(await stored.hosts.get());
  await stored.turns.update((turns) =>
    pauses.reduce((all, { ids, until }) => withPause(all, ids, until), restarted(turns, plan)),
  );
  await keepTurns(await stored.turns.get());
}
