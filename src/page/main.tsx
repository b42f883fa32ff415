import '../platform/jitless';
import { render } from 'preact';
import { inBackground } from '../platform/log';
import * as deeds from '../ui/deeds';
import * as state from '../ui/state';
import { Settings } from '../ui/views/settings';
import { Welcome } from '../ui/views/welcome';

function Page() {
  const props = {
    hosts: state.hosts.value,
    notice: state.notice.value,
    busy: state.busy.value,
    onAdd: deeds.addHost,
    onRemove: deeds.removeHost,
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
