import { message as m } from '../platform/message';
import { NoticeLine } from '../ui/components/notice-line';
import * as deeds from '../ui/deeds';
import * as state from '../ui/state';
import { AddHost } from '../ui/views/add-host';
import { Create } from '../ui/views/create';
import { Created } from '../ui/views/created';
import { Home } from '../ui/views/home';

/** The question to sign in, while the last reading says that nobody is. */
function signIn() {
  const { failure } = state.reading.value;
  if (failure?.kind !== 'signed-out') return null;
  const { signInUrl } = failure;
  const organization = state.host.value?.name ?? '';
  return { organization, onOpen: () => deeds.openPage(signInUrl), onLook: deeds.refresh };
}

function HomeScreen() {
  const host = state.host.value;
  if (!host) return null;
  const tokenPage = `https://dev.azure.com/${host.name}/_usersSettings/tokens`;
  const items = [
    { label: m('settings'), choose: deeds.openSettings },
    { label: m('open_token_page'), choose: () => deeds.openPage(tokenPage) },
  ];
  return (
    <Home
      hosts={state.hosts.value}
      host={host}
      snapshot={state.snapshot.value}
      failure={state.reading.value.failure}
      signIn={signIn()}
      strays={state.strays.value}
      notice={state.notice.value}
      busy={state.busy.value}
      refreshing={state.refreshing.value}
      now={state.now.value}
      localNow={state.localNow.value}
      items={items}
      onChoose={deeds.choose}
      onAddHost={() => state.go({ at: 'add-host' })}
      onNewToken={() => state.go({ at: 'create' })}
      onMint={deeds.mint}
      onRevoke={deeds.revoke}
      onRefresh={deeds.refresh}
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
      signIn={signIn()}
      notice={state.notice.value}
      busy={state.busy.value}
      onChoose={deeds.choose}
      onCreate={deeds.create}
      onCancel={state.goHome}
    />
  );
}

function AddHostScreen() {
  const back = state.host.value ? { onBack: state.goHome } : {};
  return (
    <>
      <AddHost busy={state.busy.value} onAdd={deeds.addHost} {...back} />
      <NoticeLine notice={state.notice.value} />
    </>
  );
}

/** The screen that the state asks for; without an organization there is nothing to show but the question for one. */
export function Popup() {
  const view = state.view.value;
  if (view.at === 'created') {
    const { minted } = view;
    return (
      <Created
        minted={minted}
        account={state.host.value?.identity?.name ?? null}
        notice={state.notice.value}
        now={state.now.value}
        onCopy={() => deeds.copy(minted.secret)}
        onDone={deeds.finish}
      />
    );
  }
  if (view.at === 'add-host' || !state.host.value) return <AddHostScreen />;
  return view.at === 'create' ? <CreateScreen /> : <HomeScreen />;
}
