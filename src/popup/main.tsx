import '../platform/jitless';
import { render } from 'preact';
import { inBackground } from '../platform/log';
import { update } from '../ui/deeds';
import { goBackOnEscape } from '../ui/go-back';
import { ignoreHeldEnter } from '../ui/held-enter';
import { load, loadMinted, loadUnsent } from '../ui/state';
import { loadPurposes } from '../ui/stores/purposes';
import { loadRevokes } from '../ui/stores/revokes';
import { Popup } from './popup';

/** What can wait until the list is there: what is on the clipboard, and what the worker has noticed. */
async function loadRest(): Promise<void> {
  const clipboard = import('../ui/stores/clipboard').then(({ loadClipboard }) => loadClipboard());
  const watching = import('../ui/stores/watching').then(({ loadWatching }) => loadWatching());
  await Promise.all([clipboard, watching]);
}

async function start(root: HTMLElement): Promise<void> {
  await Promise.all([load(), loadMinted(), loadPurposes()]);
  await loadUnsent();
  render(<Popup />, root);
  performance.mark('interactive');
  await Promise.all([loadRevokes(), loadRest(), update()]);
}

const root = document.getElementById('app');
if (root) inBackground('popup', start(root));
document.addEventListener('keydown', ignoreHeldEnter, { capture: true });
document.addEventListener('keydown', goBackOnEscape);
