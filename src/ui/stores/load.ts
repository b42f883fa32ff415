import { ALL_HOSTS } from '../../core/all-hosts';
import { hostOfPage } from '../../core/hosts/page-host';
import { stored } from '../../platform/stored';
import { startClock } from './clock';
import { hosts, loadHosts } from './hosts';
import { show } from './lists';
import { loadPolicy } from './policy';
import { loadRotations } from './rotations';
import { loadSettings } from './settings';
import { loadIntents } from './strays';

/**
 * Shows what storage holds, at once; nothing here asks the network. Over a page of a known host (`inView`) it is that
 * host, before anything can be pressed; "all" has it already.
 */
export async function load(inView?: Promise<string | undefined>): Promise<void> {
  startClock();
  const loading = [loadHosts(), loadIntents(), loadRotations(), loadSettings(), loadPolicy()];
  const [chosen, page = ''] = await Promise.all([stored.chosenHost.get(), inView, ...loading]);
  const here = hostOfPage(hosts.value, page);
  const first = here ?? hosts.value.find(({ id }) => id === chosen) ?? hosts.value[0];
  if (first) await show(chosen === ALL_HOSTS ? ALL_HOSTS : first.id);
}
