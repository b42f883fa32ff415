import '../platform/jitless';
import { render } from 'preact';
import { inBackground } from '../platform/log';
import { update } from '../ui/deeds';
import { ignoreHeldEnter } from '../ui/held-enter';
import { goBackOnEscape, load, loadMinted } from '../ui/state';
import { loadClipboard } from '../ui/stores/clipboard';
import { loadPurposes } from '../ui/stores/purposes';
import { loadRevokes } from '../ui/stores/revokes';
import { Popup } from './popup';

async function start(root: HTMLElement): Promise<void> {
  await Promise.all([load(), loadMinted(), loadPurposes()]);
  render(<Popup />, root);
  performance.mark('interactive');
  await Promise.all([loadRevokes(), loadClipboard(), update()]);
}

const root = document.getElementById('app');
if (root) inBackground('popup', start(root));
document.addEventListener('keydown', ignoreHeldEnter, { capture: true });
document.addEventListener('keydown', goBackOnEscape);
