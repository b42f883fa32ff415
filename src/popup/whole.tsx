import '../platform/jitless';
import '../ui/components/more-icons';
import type { HostId } from '../core/host';
import { inBackground } from '../platform/log';
import type { Actor } from '../ui/actor';
import { Dialogs } from '../ui/connected/dialogs';
import { Happened } from '../ui/connected/happened';
import { CreatedScreen, CreateScreen, DetailsScreen } from '../ui/connected/screens';
import { addHostInPopup, lookAgain, stopWaiting } from '../ui/deeds/adding';
import { choose } from '../ui/deeds/hosts';
import { openAdd } from '../ui/deeds/leave';
import { receiveMint } from '../ui/deeds/minting';
import { openPage } from '../ui/deeds/pages';
import { loadRevokes } from '../ui/deeds/revokes';
import { type Asked, update } from '../ui/deeds/update';
import { goBackOnEscape } from '../ui/keys/go-back';
import { noticeHand } from '../ui/keys/hand';
import { keepFocus } from '../ui/keys/keep-focus';
import { Return } from '../ui/keys/return-focus';
import { loadAsides } from '../ui/stores/asides';
import { asked } from '../ui/stores/asked';
import { busy } from '../ui/stores/busy';
import { loadClipboard } from '../ui/stores/clipboard';
import { selected } from '../ui/stores/details';
import { host, hosts, loadPending, pending } from '../ui/stores/hosts';
import { load } from '../ui/stores/load';
import { keyOfMade, loadMinted, toHandOver } from '../ui/stores/minted';
import { askedPurpose, template } from '../ui/stores/new-token';
import { offer, pageHost } from '../ui/stores/noticed';
import { loadPurposes } from '../ui/stores/purposes';
import { goHome, loadUnsent, view } from '../ui/stores/screen';
import { loadWatching } from '../ui/stores/watching';
import { NeedsAttention } from '../ui/views/cards/needs-attention';
import { Offer, OfPage } from '../ui/views/home/offer';
import { AddHost, FirstRun } from '../ui/views/settings/add-host';
import { Waiting } from '../ui/views/settings/waiting';
import { lostCards } from './cards';
import { homeAt } from './home';
import type { Whole } from './popup';

// Everything that the popup can show and do. The list is there before it.

function showHome(hostId: HostId) {
  goHome();
  inBackground('choose', choose(hostId));
}

const waiting = {
  onOpen: (url: string) => inBackground('open a page', openPage(url)),
  onLook: () => inBackground('look again', lookAgain()),
  onStop: () => inBackground('stop waiting', stopWaiting()),
};

const AZURE_DEVOPS = 'https://dev.azure.com/';

function AddHostScreen() {
  const adding = {
    busy: busy.value,
    onAdd: (address: string) => inBackground('add a host', addHostInPopup(address)),
  };
  const known = hosts.value.find(({ id }) => id === pageHost.value);
  const before = (
    <>
      <NeedsAttention cards={lostCards()} />
      {known && <OfPage host={known} onShow={showHome} />}
      {offer.value && <Offer page={offer.value} onAdd={(page) => inBackground('open add', openAdd(page))} />}
      {pending.value?.signInUrl && <Waiting {...waiting} pending={pending.value} />}
    </>
  );
  if (host.value) return <AddHost {...adding} onBack={goHome} children={before} />;
  const ways = { hasOffer: offer.value !== null, onOpen: () => inBackground('open a page', openPage(AZURE_DEVOPS)) };
  return <FirstRun {...adding} {...ways} children={before} />;
}

/** The screen that the state asks for in place of the list; without an organization there is nothing to show but the question for one. */
function other() {
  const [made] = toHandOver.value;
  if (made) return <CreatedScreen key={keyOfMade(made)} minted={made} />;
  if (view.value === 'add-host' || !host.value) return <AddHostScreen />;
  if (view.value === 'details' && selected.value) return <DetailsScreen row={selected.value} />;
  // Filled in anew where it begins with another token's fields, or with another purpose.
  return view.value === 'create' ? <CreateScreen key={askedPurpose.value ?? template.value?.key} /> : null;
}

const Above = () => (
  <>
    <Happened overList={view.value === 'home'} />
    {asked.value && <Dialogs />}
  </>
);

export const whole: Whole = { home: () => host.value && homeAt(host.value), other, Return, Above };

export type Minting = { by: Actor; sent: Promise<unknown> };

/** Hands over a token whose making was sent before. */
export const handOver = ({ by, sent }: Minting): void => inBackground('mint', receiveMint(by, sent));

/** Knows everything that storage holds, over the page in view. */
export async function knowAll(page: Promise<string | undefined>, root: HTMLElement): Promise<void> {
  keepFocus(root);
  await Promise.all([load(page), loadMinted(), loadPurposes()]);
  await loadUnsent();
  noticeHand();
  document.addEventListener('keydown', goBackOnEscape);
}

/** What waits until all is shown: asking the worker, what is on the clipboard, what goes on by itself. */
export async function goOn(sent?: Asked): Promise<void> {
  await loadPending();
  await Promise.all([update(sent), loadRevokes(), loadClipboard(), loadWatching(), loadAsides()]);
}
