import type { Minted } from '../../core/minting/minted';
import { allPurposes } from '../../core/purposes/purposes';
import * as deeds from '../deeds';
import { later } from '../later';
import * as state from '../state';
import { act } from '../stores/acts';
import * as clipboard from '../stores/clipboard';
import { copySecret, copySnippet } from '../stores/copying';
import { recallHandOver, rememberHandOver } from '../stores/hand-over';
import { limitsOf } from '../stores/limits';
import { revokes } from '../stores/noticed';
import { purposes } from '../stores/purposes';
import { undo } from '../stores/revokes';
import * as rotating from '../stores/rotations';
import { testToken } from '../stores/test-token';
import { useKept } from '../stores/unsent';
import { Created } from '../views/created/created';
import { Details } from '../views/details/details';
import { RemindingOf } from './reminding';
import { ShownRotation } from './rotation-cards';

/** A tab stays open by itself. */
const keepNothing = () => undefined;

const Create = later(async () => (await import('../views/create/create')).Create);

/** The screens that the popup and a tab share: what is shown, and what its buttons do. */
export function CreateScreen({ inTab = false }: { inTab?: boolean }) {
  const host = state.host.value;
  if (!host) return null;
  return (
    <Create
      hosts={state.hosts.value}
      host={host}
      template={state.template.value}
      unsent={state.unsent.value}
      useKeeping={inTab ? keepNothing : useKept}
      purposes={allPurposes(purposes.value)}
      note={state.settings.value.nameNote}
      limits={limitsOf(host)}
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
  const rotation = rotating.rotationOf(row.token.id);
  return (
    <Details
      row={row}
      rotation={rotation && <ShownRotation rotation={rotation} />}
      notice={state.notice.value}
      revokes={revokes.value}
      onUndo={undo}
      onAct={act}
      onBack={state.goHome}
    >
      <RemindingOf row={row} />
    </Details>
  );
}

export function CreatedScreen({ minted }: { minted: Minted }) {
  const host = state.hosts.value.find(({ id }) => id === minted.hostId) ?? null;
  const { id } = minted.token;
  const rotation = rotating.rotationOf(id);
  return (
    <Created
      minted={minted}
      host={host}
      replaces={rotation?.old.name ?? null}
      next={rotating.nextPart(rotation)?.host ?? null}
      notice={state.notice.value}
      now={state.localNow.value}
      onClipboard={clipboard.onClipboard.value}
      onCopy={async () => (await copySecret(minted.secret)) && rotating.noteTaken(id)}
      onCopySnippet={async (parts) => (await copySnippet(parts, minted.secret)) && rotating.noteTaken(id)}
      onRecall={recallHandOver}
      onRemember={rememberHandOver}
      onClearClipboard={clipboard.clearClipboardNow}
      onDismissClipboard={clipboard.dismissClipboard}
      onTest={() => testToken(minted, host)}
      onDone={async () => {
        await deeds.finish(minted);
        await rotating.goOn(rotation);
      }}
    />
  );
}
