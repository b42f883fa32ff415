import { ALL_HOSTS } from '../core/all-hosts';
import type { HostId } from '../core/host';
import { tokenPageOf } from '../core/hosts/address-of';
import { keyOf, placedKey } from '../core/names/token-key';
import { message as m } from '../platform/message';
import { act } from '../ui/deeds/acts';
import { later } from '../ui/later';
import { asked } from '../ui/stores/asked';
import { globals, waitingRotations } from '../ui/stores/attention';
import { busy } from '../ui/stores/busy';
import { localNow } from '../ui/stores/clock';
import { selected, showDetails } from '../ui/stores/details';
import { host, hosts, pending, showsAll } from '../ui/stores/hosts';
import { refreshing, rows, shown } from '../ui/stores/lists';
import { toHandOver } from '../ui/stores/minted';
import { askedPurpose, template } from '../ui/stores/new-token';
import * as noticed from '../ui/stores/noticed';
import { offer } from '../ui/stores/noticed';
import { pinned } from '../ui/stores/purposes';
import { go, goHome, view } from '../ui/stores/screen';
import { settings } from '../ui/stores/settings';
import { strays } from '../ui/stores/strays';
import { NeedsAttention } from '../ui/views/cards/needs-attention';
import { Home } from '../ui/views/home/home';
import { Offer, OfPage } from '../ui/views/home/offer';
import { PlainDetail } from '../ui/views/home/quick-mint';
import * as deeds from './deeds';

// Only the list is there at once.
const screens = () => import('../ui/connected/screens');
const CreateScreen = later(async () => (await screens()).CreateScreen);
const CreatedScreen = later(async () => (await screens()).CreatedScreen);
const DetailsScreen = later(async () => (await screens()).DetailsScreen);
const AddHost = later(async () => (await import('../ui/views/settings/add-host')).AddHost);
const FirstRun = later(async () => (await import('../ui/views/settings/add-host')).FirstRun);
const Waiting = later(async () => (await import('../ui/views/settings/waiting')).Waiting);
const MintDetail = later(async () => (await import('../ui/connected/mint-detail')).MintDetail, PlainDetail);
const OnClipboard = later(async () => (await import('../ui/connected/on-clipboard')).OnClipboard);
const Stranger = later(async () => (await import('../ui/connected/stranger')).Stranger);
const Ended = later(async () => (await import('../ui/connected/ended')).Ended);
const SetAside = later(async () => (await import('../ui/connected/set-aside')).SetAside);
const Dialogs = later(async () => (await import('../ui/connected/dialogs')).Dialogs);
const Happened = later(async () => (await import('../ui/connected/happened')).Happened);
const rotationCards = () => import('../ui/connected/rotation-cards');
const WaitingRotation = later(async () => (await rotationCards()).WaitingRotation);
const GlobalTokens = later(async () => (await rotationCards()).GlobalTokens);

/** What waits for the user, beside what is there at once. */
function cards() {
  const strangers = noticed.strangers.value.map((row) => <Stranger key={keyOf(row.token, row.host)} row={row} />);
  const ended = noticed.endedElsewhere.value.map((each) => <Ended key={placedKey(each)} ended={each} />);
  const rotations = waitingRotations.value.map((each) => <WaitingRotation key={each.id} rotation={each} />);
  const global = globals.value.length > 0 ? [<GlobalTokens key="global" />] : [];
  const setAside = noticed.lost.value ? [<SetAside key="set-aside" />] : [];
  return [...setAside, ...strangers, ...ended, ...rotations, ...global];
}

/** The host of the page that the user looks at, unless it is on the screen. */
function elsewhere() {
  const known = hosts.value.find(({ id }) => id === noticed.pageHost.value);
  return known && known !== host.value && !showsAll.value ? known : null;
}

function HomeScreen() {
  const at = host.value;
  if (!at) return null;
  const items = [
    { label: m('overview'), choose: () => deeds.openView('overview') },
    { label: m('revoke_all_item'), choose: () => deeds.openView('revoke-all') },
    { label: m('doctor'), choose: () => deeds.openView('doctor') },
    { label: m('settings'), choose: deeds.openSettings },
    { label: m('open_token_page'), choose: () => deeds.openPage(tokenPageOf(at)) },
  ];
  return (
    <Home
      hosts={hosts.value}
      chosen={showsAll.value ? ALL_HOSTS : at.id}
      shown={shown.value}
      rows={rows.value}
      strays={strays.value}
      clipboard={<OnClipboard />}
      away={noticed.away.value}
      cards={cards()}
      busy={busy.value}
      refreshing={refreshing.value}
      localNow={localNow.value}
      pinned={pinned.value}
      MintDetail={MintDetail}
      items={items}
      offer={offer.value}
      elsewhere={elsewhere()}
      show={settings.value.show}
      singleKeys={settings.value.singleKeys}
      onChoose={deeds.choose}
      onFilter={(show) => deeds.changeSettings({ show })}
      onAddHost={() => go('add-host')}
      onNewToken={() => go('create')}
      onMint={deeds.mint}
      revokes={noticed.revokes.value}
      onAct={act}
      onShow={showDetails}
      onRefresh={deeds.refresh}
      onOpen={deeds.openPage}
      onAllow={deeds.openAdd}
    />
  );
}

function showHome(hostId: HostId) {
  goHome();
  deeds.choose(hostId);
}

const waiting = { onOpen: deeds.openPage, onLook: deeds.lookAgain, onStop: deeds.stopWaiting };

const AZURE_DEVOPS = 'https://dev.azure.com/';

function AddHostScreen() {
  const adding = { busy: busy.value, onAdd: deeds.addHostInPopup };
  const known = hosts.value.find(({ id }) => id === noticed.pageHost.value);
  const before = (
    <>
      <NeedsAttention cards={noticed.lost.value ? [<SetAside key="set-aside" />] : []} />
      {known && <OfPage host={known} onShow={showHome} />}
      {offer.value && <Offer page={offer.value} onAdd={deeds.openAdd} />}
      {pending.value?.signInUrl && <Waiting {...waiting} pending={pending.value} />}
    </>
  );
  if (host.value) return <AddHost {...adding} onBack={goHome} children={before} />;
  const ways = { hasOffer: offer.value !== null, onOpen: () => deeds.openPage(AZURE_DEVOPS) };
  return <FirstRun {...adding} {...ways} children={before} />;
}

/** The screen that the state asks for; without an organization there is nothing to show but the question for one. */
function Screen() {
  const [made] = toHandOver.value;
  if (made) return <CreatedScreen key={made.token.id} minted={made} />;
  if (view.value === 'add-host' || !host.value) return <AddHostScreen />;
  if (view.value === 'details' && selected.value) return <DetailsScreen row={selected.value} />;
  // Filled in anew where it begins with another token's fields, or with another purpose.
  const key = askedPurpose.value ?? template.value?.name;
  return view.value === 'create' ? <CreateScreen key={key} /> : <HomeScreen />;
}

export function Popup() {
  return (
    <>
      <Screen />
      <Happened overList={view.value === 'home'} />
      {asked.value && <Dialogs />}
    </>
  );
}
