import type { Minted } from '../core/minted';
import { act } from './acts';
import { copySecret, copySnippet } from './clipboard';
import * as deeds from './deeds';
import { later } from './later';
import * as state from './state';
import { revokes, undo } from './stores/revokes';
import { Created } from './views/created';
import { Details } from './views/details';

const Create = later(async () => (await import('./views/create')).Create);

/** The screens that the popup and a tab share: what is shown, and what its buttons do. */
export function CreateScreen() {
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

export function DetailsScreen({ row }: { row: state.Row }) {
  return (
    <Details
      row={row}
      notice={state.notice.value}
      revokes={revokes.value}
      onUndo={undo}
      onAct={act}
      onBack={state.goHome}
    />
  );
}

export function CreatedScreen({ minted }: { minted: Minted }) {
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
