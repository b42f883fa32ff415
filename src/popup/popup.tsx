import { ALL_HOSTS, tokenPageOf } from '../core/host';
import type { Minted } from '../core/minted';
import { message as m } from '../platform/message';
import { copySecret, copySnippet } from '../ui/clipboard';
import { NoticeLine } from '../ui/components/notice-line';
import { Offer } from '../ui/components/offer';
import * as deeds from '../ui/deeds';
import { later } from '../ui/later';
import * as state from '../ui/state';
import { AddHost } from '../ui/views/add-host';
import { Created } from '../ui/views/created';
import { Details } from '../ui/views/details';
import { Home } from '../ui/views/home';

const Create = later(async () => (await import('../ui/views/create')).Create);

function HomeScreen() {
  const host = state.host.value;
  if (!host) return null;
  const items = [
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
      cards={[]}
      notice={state.notice.value}
      busy={state.busy.value}
      refreshing={state.refreshing.value}
      localNow={state.localNow.value}
      items={items}
      offer={state.offer.value}
      onChoose={deeds.choose}
      onAddHost={() => state.go('add-host')}
      onNewToken={() => state.go('create')}
      onMint={deeds.mint}
      onRevoke={deeds.revoke}
      onShow={state.showDetails}
      onDuplicate={deeds.duplicate}
      onRefresh={deeds.refresh}
      onOpen={deeds.openPage}
      onAllow={deeds.openAdd}
    />
  );
}

function CreateScreen() {
  const host = state.host.value;
  if (!host) return null;
  return (
    <Create
      hosts={state.hosts.value}
      host={host}
      template={state.template.value}
      tokens={state.shownOf(host).snapshot?.tokens ?? []}
      failure={state.shownOf(host).failure}
      notice={state.notice.value}
      busy={state.busy.value}
      localNow={state.localNow.value}
      onChoose={deeds.choose}
      onCreate={deeds.create}
      onCancel={state.goHome}
      onRefresh={deeds.refresh}
      onOpen={deeds.openPage}
      onAllow={deeds.openAdd}
    />
  );
}

function DetailsScreen({ row }: { row: state.Row }) {
  return (
    <Details
      row={row}
      update={state.update.value}
      notice={state.notice.value}
      onDuplicate={deeds.duplicate}
      onRevoke={deeds.revoke}
      onBack={state.goHome}
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

function CreatedScreen({ minted }: { minted: Minted }) {
  return (
    <Created
      minted={minted}
      host={state.hosts.value.find(({ id }) => id === minted.hostId) ?? null}
      notice={state.notice.value}
      now={state.localNow.value}
      onCopy={() => copySecret(minted.secret)}
      onCopySnippet={(parts) => copySnippet(parts, minted.secret)}
      onDone={() => deeds.finish(minted)}
    />
  );
}

/** The screen that the state asks for; without an organization there is nothing to show but the question for one. */
export function Popup() {
  const [minted] = state.minted.value;
  if (minted) return <CreatedScreen key={minted.token.id} minted={minted} />;
  if (state.view.value === 'add-host' || !state.host.value) return <AddHostScreen />;
  if (state.view.value === 'details' && state.selected.value) return <DetailsScreen row={state.selected.value} />;
  // Filled in anew where it begins with another token's fields.
  const key = state.template.value?.name;
  return state.view.value === 'create' ? <CreateScreen key={key} /> : <HomeScreen />;
}
