import { call } from '../../contract/call';
import { type Guard, placeOf } from '../../core/guard/guard';
import { message as m } from '../../platform/message';
import { askToReach, mayReach } from '../../platform/permission';
import { say, warn } from '../stores/notice';
import { guard, whileGuardShown } from '../stores/settings';
import { explain } from './doing';

const without = (sites: readonly string[], site: string) => sites.filter((each) => each !== site);

async function save(next: Guard): Promise<boolean> {
  const saved = await whileGuardShown(next, (all) => call('guard.save', { guard: all }));
  if (!saved.ok) explain(saved.failure, '');
  return saved.ok;
}

/** Without leave nothing is guarded, so a site that was refused is not listed either. */
export async function addSite(site: string): Promise<void> {
  const before = guard.value;
  const sites = [...without(before.sites, site), site];
  // On its way before the question, and not awaited: a browser asks only in direct answer to a press.
  const saved = save({ on: true, sites });
  await askToReach(placeOf(site));
  if (!(await saved)) return;
  if (await mayReach(placeOf(site))) return say(m('guard_added', site));
  // What was pressed meanwhile stays: another site that was added has it on.
  const now = guard.value;
  const on = now.on && (before.on || now.sites.some((each) => !sites.includes(each)));
  await save({ on, sites: before.sites.includes(site) ? now.sites : without(now.sites, site) });
  warn(m('guard_denied', site));
}

export async function removeSite(site: string): Promise<void> {
  const { on, sites } = guard.value;
  if (await save({ on, sites: without(sites, site) })) say(m('guard_removed', site));
}

export async function switchGuard(on: boolean): Promise<void> {
  await save({ ...guard.value, on });
}
