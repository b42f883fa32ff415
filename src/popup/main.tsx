import '../platform/jitless';
import { render } from 'preact';
import { inBackground } from '../platform/log';
import { pageInView } from '../platform/tabs';
import { goBackOnEscape } from '../ui/keys/go-back';
import { noticeHand } from '../ui/keys/hand';
import { ignoreHeldEnter } from '../ui/keys/held-enter';
import { keepFocus } from '../ui/keys/keep-focus';
import { loadPending } from '../ui/stores/hosts';
import { load } from '../ui/stores/load';
import { loadMinted } from '../ui/stores/minted';
import { loadPurposes } from '../ui/stores/purposes';
import { loadUnsent } from '../ui/stores/screen';
import { Popup } from './popup';
import '../ui/base.css'; // by the script, so that it is in one file with the other sheets

/** What can wait until the list is there: asking the worker, what is on the clipboard, what goes on by itself. */
async function loadRest(): Promise<void> {
  const palette = import('../ui/keys/palette').then(({ onPaletteKey }) => onPaletteKey(() => import('./palette')));
  await loadPending();
  const asking = import('../ui/deeds/update').then(({ update }) => update());
  const revokes = import('../ui/deeds/revokes').then(({ loadRevokes }) => loadRevokes());
  const clipboard = import('../ui/stores/clipboard').then(({ loadClipboard }) => loadClipboard());
  const watching = import('../ui/stores/watching').then(({ loadWatching }) => loadWatching());
  const asides = import('../ui/stores/asides').then(({ loadAsides }) => loadAsides());
  await Promise.all([palette, asking, revokes, clipboard, watching, asides]);
}

async function start(root: HTMLElement): Promise<void> {
  keepFocus(root);
  await Promise.all([load(pageInView()), loadMinted(), loadPurposes()]);
  await loadUnsent();
  render(<Popup />, root);
  performance.mark('interactive');
  await loadRest();
}

const root = document.getElementById('app');
if (root)
  inBackground(
    'popup',
    start(root).catch(async (error: unknown) => {
      // Whatever keeps the browser from giving what is stored: nobody shall look at a white page.
      if (!root.hasChildNodes()) (await import('../ui/connected/no-storage')).showNoStorage(root, error);
      throw error;
    }),
  );
noticeHand();
document.addEventListener('keydown', ignoreHeldEnter, { capture: true });
document.addEventListener('keydown', goBackOnEscape);
