import { ALL_HOSTS } from '../../core/host';
import { stored } from '../../platform/stored';
import { startClock } from './clock';
import { hosts, loadHosts } from './hosts';
import { show } from './lists';
import { loadRotations } from './rotations';
import { loadSettings } from './settings';
import { loadIntents } from './strays';

/** Shows what storage holds, at once; nothing here asks the network. */
export async function load(): Promise<void> {
  startClock();
  const loading = [loadHosts(), loadIntents(), loadRotations(), loadSettings()];
  const [chosen] = await Promise.all([stored.chosenHost.get(), ...loading]);
  const first = hosts.value.find(({ id }) => id === chosen) ?? hosts.value[0];
  if (first) await show(chosen === ALL_HOSTS ? ALL_HOSTS : first.id);
}
