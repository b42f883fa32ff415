import { send } from '../contract/send';
import type { HostId } from '../core/host';
import { inBackground } from '../platform/log';
import { busy } from '../ui/stores/busy';
import { actorOn, hosts } from '../ui/stores/hosts';

// The list must not wait for what its buttons do, so their code comes when it is first needed, right after the list.

function deed<Given extends unknown[]>(name: string, load: () => Promise<(...given: Given) => unknown>) {
  return (...given: Given): void => {
    const done = load().then((run) => run(...given));
    inBackground(name, done);
  };
}

const adding = () => import('../ui/deeds/adding');
const pages = () => import('../ui/deeds/pages');

export const addHostInPopup = deed('add a host', async () => (await adding()).addHostInPopup);
export const changeSettings = deed('settings', async () => (await import('../ui/deeds/settings')).changeSettings);
export const choose = deed('choose', async () => (await import('../ui/deeds/hosts')).choose);
export const lookAgain = deed('look again', async () => (await adding()).lookAgain);
export const openAdd = deed('open add', async () => (await pages()).openAdd);
export const openPage = deed('open a page', async () => (await pages()).openPage);
export const openSettings = deed('open the settings', async () => (await pages()).openSettings);
export const openView = deed('open a view', async () => (await pages()).openView);
export const refresh = deed('refresh', async () => (await import('../ui/deeds/doing')).refresh);
export const stopWaiting = deed('stop waiting', async () => (await adding()).stopWaiting);

/** One press makes a token, so the press itself sends it, whatever becomes of the popup; what came of it may wait for its code. */
export function mint(purpose: string, hostId: HostId): void {
  const by = actorOn(hosts.value.find(({ id }) => id === hostId) ?? null);
  if (!by || busy.value) return;
  busy.value = true;
  const sent = send('tokens.mint', { ...by.who, purpose });
  const told = import('../ui/deeds/minting').then(({ receiveMint }) => receiveMint(by, sent));
  inBackground('mint', told);
}
