import '../platform/jitless';
import { render } from 'preact';
import { inBackground } from '../platform/log';
import { allowInsecure } from '../ui/choices';
import * as deeds from '../ui/deeds';
import * as state from '../ui/state';
import { Settings } from '../ui/views/settings';
import { Welcome } from '../ui/views/welcome';

/** An address that the popup could not add, since the browser has to ask first. */
function addressInHash(): string {
  return new URLSearchParams(location.hash.slice(1)).get('add') ?? '';
}

function Page() {
  const props = {
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
  return location.hash === '#welcome' ? (
    <Welcome {...props} />
  ) : (
    <Settings {...props} onCopyDiagnostics={deeds.copyDiagnostics} />
  );
}

async function start(root: HTMLElement): Promise<void> {
  await state.load();
  render(<Page />, root);
}

const root = document.getElementById('app');
if (root) inBackground('page', start(root));
