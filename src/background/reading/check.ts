import { isSettled, take, withHosts } from '../../core/checks/turns';
import type { HostId } from '../../core/host';
import { keepAlarm } from '../../platform/alarm';
import { stored } from '../../platform/stored';
import { CHECK } from '../alarm-names';
import { refresh } from './refresh';
import { keepTurns, planOf } from './turns';

/** Reads the lists whose turn it is, a few at a time, and sets the alarm for the next. Nothing is opened by it. */
export async function check(): Promise<void> {
  const [settings, hosts, before] = await Promise.all([stored.settings.get(), stored.hosts.get(), stored.turns.get()]);
  const plan = planOf(settings);
  if (plan === null) return await keepAlarm(CHECK, null);
  const ids = hosts.map(({ id }) => id);
  if (isSettled(before, ids, plan)) return await keepTurns(before);
  let mine: HostId[] = [];
  await stored.turns.update((turns) => {
    const taken = take(withHosts(turns, ids, plan), plan);
    mine = taken.hosts;
    return taken.turns;
  });
  await keepTurns(await stored.turns.get());
  await Promise.all(mine.map(refresh)); // how each went is written down where it is read
}
