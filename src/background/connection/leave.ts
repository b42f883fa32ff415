import { placeOf } from '../../core/guard/guard';
import { parseAddress } from '../../core/hosts/address';
import { giveBackRest } from '../../platform/permission';
import { stored } from '../../platform/stored';

/** Gives back every permission for a host that no host of the user needs, no guarded site, and no address that waits to be added. */
export async function giveBackUnneeded(): Promise<void> {
  const [hosts, pending, { sites }] = await Promise.all([stored.hosts.get(), stored.pending.get(), stored.guard.get()]);
  const waiting = parseAddress(pending?.address ?? '');
  const places = [...hosts, ...sites.map(placeOf)];
  await giveBackRest(waiting.ok ? [...places, waiting.value] : places);
}
