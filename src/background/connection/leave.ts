import { parseAddress } from '../../core/hosts/address';
import { giveBackRest } from '../../platform/permission';
import { stored } from '../../platform/stored';

/** Gives back every permission for a host that no host of the user needs, nor the address that waits to be added. */
export async function giveBackUnneeded(): Promise<void> {
  const [hosts, pending] = await Promise.all([stored.hosts.get(), stored.pending.get()]);
  const waiting = parseAddress(pending?.address ?? '');
  await giveBackRest(waiting.ok ? [...hosts, waiting.value] : hosts);
}
