import { render } from 'preact';
import { SECOND } from '../core/duration';
import type { Front } from '../core/front/front';
import type { HostId } from '../core/host';
import { inBackground, log } from '../platform/log';
import { pageInView } from '../platform/tabs/in-view';
import { actorOn } from '../ui/actor';
import type { Asked } from '../ui/deeds/update';
import { tellLanguage } from '../ui/document-language';
import { ignoreHeldEnter } from '../ui/keys/held-enter';
import { onPaletteKey } from '../ui/keys/palette';
import type { HomeProps } from '../ui/views/home/home';
import { askAbout, isAsBefore, remember, sendMint } from './asking';
import { homeOf } from './first';
import { type Found, onNewFront, readFront } from './front';
import { Popup, type Whole } from './popup';
import type { Minting } from './whole';

// The popup opens with the list, which is one value that the worker has made ready. All else is loaded when something
// needs it, and then shows the same list. Where there is no such value, it is loaded first. Nothing is done before it is
// asked for: the tab shares this file.

const root = () => document.getElementById('app') ?? document.body;

let inView: Promise<string | undefined> | undefined;

/** The page over which the popup was opened. */
function page(): Promise<string | undefined> {
  inView ??= pageInView();
  return inView;
}

let first: HomeProps | null = null;
let whole: Whole | null = null;
let minting: Minting | null = null;
let asked: Asked | undefined;

const draw = () => render(<Popup first={first} whole={whole} />, root());

async function loadWhole(): Promise<Whole> {
  const code = await import('./whole');
  await code.knowAll(page(), root());
  whole = code.whole;
  if (minting) code.handOver(minting);
  draw();
  inBackground('what waits for the list', code.goOn(asked));
  return whole;
}

/** Whatever keeps the browser from giving what is stored: nobody shall look at a white page, or at one that is dead. */
async function tellNoStorage(error: unknown): Promise<never> {
  const code = await import('../ui/connected/no-storage');
  if (!whole) code.showNoStorage(root(), error);
  throw error;
}

let loading: Promise<Whole> | undefined;

/** Everything that the popup can show and do: loaded when something first needs it, and shown in the place of what is there. */
function needWhole(): Promise<Whole> {
  loading ??= loadWhole().catch(tellNoStorage);
  return loading;
}

const loadIt = () => inBackground('popup', needWhole());

/** One press makes a token, so the press itself sends it, whatever becomes of the popup; what came of it may wait for its code. */
function mint(front: Front, purpose: string, hostId: HostId): void {
  const by = actorOn(front.hosts.find(({ id }) => id === hostId) ?? null);
  if (!by || !first || minting) return;
  minting = { by, sent: sendMint(by, purpose) };
  first = { ...first, busy: true };
  draw();
  loadIt();
}

/** For a press that waits for the rest: until that is there, no other key means the list (`keys/plain.ts`). */
async function wholeHome(): Promise<HomeProps | null> {
  root().dataset.coming = '';
  try {
    return (await needWhole()).home();
  } finally {
    delete root().dataset.coming;
  }
}

/** Shows the list as it was made ready; whether that could be done. */
async function showFirst(front: Front): Promise<boolean> {
  try {
    first = await homeOf(front, { whole: wholeHome, mint: (purpose, hostId) => mint(front, purpose, hostId) });
    if (first) draw();
  } catch (error) {
    log.warn('front', error);
    first = null;
    render(null, root());
  }
  return first !== null;
}

/**
 * That the list is being read is said where it takes longer than a long list does: what is shown can be used meanwhile, and
 * nothing on the screen moves for it.
 */
function sayReading(refreshing: boolean): void {
  if (whole || !first || first.refreshing === refreshing) return;
  first = { ...first, refreshing };
  draw();
}

/** Asks what may have changed, and has the rest ready before a hand or an answer needs it. */
async function goOn({ front, isChosen }: Found): Promise<void> {
  asked = askAbout(front);
  if (!isChosen) remember(front.chosen);
  for (const kind of ['pointermove', 'pointerdown', 'keydown', 'scroll', 'input'])
    document.addEventListener(kind, loadIt, { capture: true, once: true, passive: true });
  setTimeout(loadIt, 20 * SECOND); // whose clock goes on
  const slow = setTimeout(() => sayReading(true), 5 * SECOND);
  const isSame = await isAsBefore(asked, front);
  clearTimeout(slow);
  if (isSame) sayReading(false);
  else loadIt();
}

async function start(): Promise<void> {
  onNewFront(loadIt); // before it is read: what changes meanwhile would be told to nobody
  // Storage that rejects is told of by the long way.
  const found = await readFront(page()).catch((error: unknown) => void log.warn('front', error));
  tellLanguage();
  const isShown = found ? await showFirst(found.front) : false;
  if (!isShown) await needWhole();
  performance.mark('interactive');
  if (found && isShown && !loading) await goOn(found);
}

export function openPopup(): void {
  onPaletteKey(async () => {
    await needWhole();
    return await import('./palette');
  });
  document.addEventListener('keydown', ignoreHeldEnter, { capture: true });
  inBackground('popup', start());
}
