import type { Minted } from '../../core/minting/minted';
import { allPurposes } from '../../core/purposes/purposes';
import { named } from '../../platform/purposes';
import { act } from '../deeds/acts';
import { clearClipboardNow, dismissClipboard } from '../deeds/clipboard';
import { copySecret, copySnippet } from '../deeds/copying';
import { refresh } from '../deeds/doing';
import { recallHandOver, rememberHandOver } from '../deeds/hand-over';
import { choose } from '../deeds/hosts';
import { create, finish, revokeMade } from '../deeds/minting';
import { openAdd, openPage } from '../deeds/pages';
import * as rotating from '../deeds/rotations';
import { testToken } from '../deeds/test-token';
import { useKept } from '../deeds/unsent';
import { later } from '../later';
import type { Row } from '../on-screen';
import { busy } from '../stores/busy';
import { onClipboard } from '../stores/clipboard';
import { localNow } from '../stores/clock';
import { host, hosts } from '../stores/hosts';
import { limitsOf } from '../stores/limits';
import { template, unsent } from '../stores/new-token';
import { pinned, purposes } from '../stores/purposes';
import { shownOf } from '../stores/readings';
import { rotationOf } from '../stores/rotations';
import { goHome } from '../stores/screen';
import { settings } from '../stores/settings';
import { Created } from '../views/created/created';
import { Details } from '../views/details/details';
import { RemindingOf } from './reminding';
import { ShownRotation } from './rotation-cards';

/** A tab stays open by itself. */
const keepNothing = () => undefined;

const Create = later(async () => (await import('../views/create/create')).Create);

/** The screens that the popup and a tab share: what is shown, and what its buttons do. */
export function CreateScreen({ inTab = false }: { inTab?: boolean }) {
  const at = host.value;
  if (!at) return null;
  return (
    <Create
      hosts={hosts.value}
      host={at}
      template={template.value}
      unsent={unsent.value}
      useKeeping={inTab ? keepNothing : useKept}
      first={pinned.value[0] ?? null}
      purposes={allPurposes(purposes.value).map(named)}
      note={settings.value.nameNote}
      limits={limitsOf(at)}
      tokens={shownOf(at).snapshot?.tokens ?? []}
      failure={shownOf(at).failure}
      busy={busy.value}
      localNow={localNow.value}
      onChoose={choose}
      onCreate={create}
      onCancel={goHome}
      onRefresh={refresh}
      onOpen={openPage}
      onAllow={openAdd}
    />
  );
}

export function DetailsScreen({ row }: { row: Row }) {
  const rotation = rotationOf(row.token, row.host);
  return (
    <Details row={row} rotation={rotation && <ShownRotation rotation={rotation} />} onAct={act} onBack={goHome}>
      <RemindingOf row={row} />
    </Details>
  );
}

export function CreatedScreen({ minted }: { minted: Minted }) {
  const host = hosts.value.find(({ id }) => id === minted.hostId) ?? null;
  const { id } = minted.token;
  const rotation = host ? rotationOf(minted.token, host) : undefined;
  return (
    <Created
      minted={minted}
      host={host}
      replaces={rotation?.old.name ?? null}
      next={rotating.nextPart(rotation)?.host ?? null}
      now={localNow.value}
      onClipboard={onClipboard.value}
      onCopy={async () => (await copySecret(minted.secret)) && rotating.noteTaken(rotation, id)}
      onCopySnippet={async (parts) => (await copySnippet(parts, minted.secret)) && rotating.noteTaken(rotation, id)}
      onRecall={recallHandOver}
      onRemember={(at, handOver) => rememberHandOver(at, handOver, minted.secret)}
      onClearClipboard={clearClipboardNow}
      onDismissClipboard={dismissClipboard}
      onTest={() => testToken(minted, host)}
      onRevoke={() => revokeMade(minted, host)}
      onDone={async () => {
        await finish(minted);
        await rotating.goOn(rotation);
      }}
    />
  );
}
