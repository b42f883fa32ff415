import { ALL_HOSTS, tokenPageOf } from '../core/host';
import { message as m } from '../platform/message';
import { NoticeLine } from '../ui/components/notice-line';
import { later } from '../ui/later';
import * as state from '../ui/state';
import { act, asked } from '../ui/stores/acts';
import { globals, shownRotations } from '../ui/stores/attention';
import * as noticed from '../ui/stores/noticed';
import { pinned } from '../ui/stores/purposes';
import { Home } from '../ui/views/home/home';
import { Offer } from '../ui/views/home/offer';
import { PlainDetail } from '../ui/views/home/quick-mint';
import * as deeds from './deeds';

// Only the list is there at once.
const screens = () => import('../ui/connected/screens');
const CreateScreen = later(async () => (await screens()).CreateScreen);
const CreatedScreen = later(async () => (await screens()).CreatedScreen);
const DetailsScreen = later(async () => (await screens()).DetailsScreen);
const AddHost = later(async () => (await import('../ui/views/settings/add-host')).AddHost);
const MintDetail = later(async () => (await import('../ui/connected/mint-detail')).MintDetail, PlainDetail);
const OnClipboard = later(async () => (await import('../ui/connected/on-clipboard')).OnClipboard);
const Stranger = later(async () => (await import('../ui/connected/stranger')).Stranger);
const Dialogs = later(async () => (await import('../ui/connected/dialogs')).Dialogs);
const RotationCards = later(async () => (await import('../ui/connected/rotation-cards')).RotationCards);

/** What waits for the user, beside what is there at once. */
function cards() {
  const rotating = shownRotations.value.length > 0 || globals.value.length > 0;
  const strangers = noticed.strangers.value.map((row) => <Stranger key={row.token.id} row={row} />);
  return rotating ? [...strangers, <RotationCards key="rotations" />] : strangers;
}

function HomeScreen() {
  const host = state.host.value;
  if (!host) return null;
  const items = [
    { label: m('overview'), choose: () => deeds.openView('overview') },
    { label: m('revoke_all_item'), choose: () => deeds.openView('revoke-all') },
    { label: m('settings'), choose: deeds.openSettings },
    { label: m('open_token_page'), choose: () => deeds.openPage(tokenPageOf(host)) },
  ];
  return (
    <Home
      hosts={state.hosts.value}
      chosen={state.showsAll.value ? ALL_HOSTS : host.id}
      shown={state.shown.value}
      rows={state.rows.value}
      strays={state.strays.value}
      clipboard={<OnClipboard />}
      away={noticed.away.value}
      cards={cards()}
      notice={state.notice.value}
      busy={state.busy.value}
      refreshing={state.refreshing.value}
      localNow={state.localNow.value}
      pinned={pinned.value}
      MintDetail={MintDetail}
      items={items}
      offer={state.offer.value}
      onChoose={deeds.choose}
      onAddHost={() => state.go('add-host')}
      onNewToken={() => state.go('create')}
      onMint={deeds.mint}
      revokes={noticed.revokes.value}
      onUndo={deeds.undo}
      onAct={act}
      onShow={state.showDetails}
      onRefresh={deeds.refresh}
      onOpen={deeds.openPage}
      onAllow={deeds.openAdd}
    />
  );
}

function AddHostScreen() {
  const back = state.host.value ? { onBack: state.goHome } : {};
  return (
    <>
      {state.offer.value && <Offer page={state.offer.value} onAdd={deeds.openAdd} />}
      <AddHost busy={state.busy.value} onAdd={deeds.addHostInPopup} {...back} />
      <NoticeLine notice={state.notice.value} onOpen={deeds.openPage} />
    </>
  );
}

/** The screen that the state asks for; without an organization there is nothing to show but the question for one. */
function Screen() {
  const [minted] = state.minted.value;
  if (minted) return <CreatedScreen key={minted.token.id} minted={minted} />;
  if (state.view.value === 'add-host' || !state.host.value) return <AddHostScreen />;
  if (state.view.value === 'details' && state.selected.value) return <DetailsScreen row={state.selected.value} />;
  // Filled in anew where it begins with another token's fields.
  const key = state.template.value?.name;
  return state.view.value === 'create' ? <CreateScreen key={key} /> : <HomeScreen />;
}

export function Popup() {
  return (
    <>
      <Screen />
      {asked.value && <Dialogs />}
    </>
  );
}
