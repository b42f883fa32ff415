import '../platform/jitless';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { inBackground } from '../platform/log';
import { allowInsecure } from '../ui/choices';
import * as deeds from '../ui/deeds';
import * as state from '../ui/state';
import { Settings } from '../ui/views/settings';
import { Welcome } from '../ui/views/welcome';

/** What stands behind the `#` of the address: the view, and what it is to begin with. It shows, and never does. */
const hash = signal(location.hash.slice(1));

/** An address that the popup could not add, since the browser has to ask first. */
function addressInHash(): string {
  return new URLSearchParams(hash.value).get('add') ?? '';
}

function hostsProps() {
  return {
    hosts: state.hosts.value,
    notice: state.notice.value,
    busy: state.busy.value,
    onAdd: deeds.askAndAddHost,
    address: addressInHash(),
    insecure: state.settings.value.insecureMinting,
    onRemove: deeds.removeHost,
    onAllowInsecure: allowInsecure,
    onOpen: deeds.openPage,
  };
}

function SettingsView() {
  return <Settings {...hostsProps()} onCopyDiagnostics={deeds.copyDiagnostics} />;
}

/** By the word behind the `#`; every other one shows the settings. */
const views: Readonly<Record<string, () => preact.JSX.Element>> = {
  welcome: () => <Welcome {...hostsProps()} />,
};

function Page() {
  const View = views[hash.value] ?? SettingsView;
  return <View />;
}

async function start(root: HTMLElement): Promise<void> {
  await state.load();
  render(<Page />, root);
}

const root = document.getElementById('app');
if (root) inBackground('page', start(root));
window.addEventListener('hashchange', () => {
  hash.value = location.hash.slice(1);
});
