import { useState } from 'preact/hooks';
import type { KnownHost } from '../../core/host';
import type { Minted } from '../../core/minting/minted';
import { allPurposes } from '../../core/purposes/purposes';
import { hasSecret } from '../../core/recipes/snippet';
import { named } from '../../platform/in-words/purposes';
import { inBackground } from '../../platform/log';
import { hasLookAlike } from '../components/token-facts';
import { act } from '../deeds/acts';
import { clearClipboardNow, dismissClipboard } from '../deeds/clipboard';
import { copySecret, copySnippet, copyText, isOf } from '../deeds/copying';
import { refresh } from '../deeds/doing';
import { recallHandOver, rememberHandOver } from '../deeds/hand-over';
import { choose } from '../deeds/hosts';
import { openAdd } from '../deeds/leave';
import { create, finish, revokeMade } from '../deeds/minting';
import { openPage } from '../deeds/pages';
import * as rotating from '../deeds/rotations';
import { changeSettings } from '../deeds/settings';
import { testToken } from '../deeds/test-token';
import { useKept } from '../deeds/unsent';
import { later } from '../later';
import type { Row } from '../on-screen';
import { busy } from '../stores/busy';
import { onClipboard } from '../stores/clipboard';
import { localNow } from '../stores/clock';
import { host, hosts } from '../stores/hosts';
import { limitsOf } from '../stores/limits';
import { askedPurpose, refusedToken, template, unsent } from '../stores/new-token';
import { policy } from '../stores/policy';
import { pinned, purposes } from '../stores/purposes';
import { everyRow, shownOf } from '../stores/readings';
import { rotationMaking, rotationOf } from '../stores/rotations';
import { goHome } from '../stores/screen';
import { settings } from '../stores/settings';
import { Created } from '../views/created/created';
import { Details } from '../views/details/details';
import { ConfirmRevoke } from '../views/dialogs/confirm-revoke';
import { RemindingOf } from './reminding';
import { ShownRotation } from './rotation-cards';

/** A tab stays open by itself. */
const keepNothing = () => undefined;

const Create = later(
  () => import('../views/create/create'),
  ({ Create }) => Create,
);

/** The screens that the popup and a tab share: what is shown, and what its buttons do. */
export function CreateScreen({ inTab = false }: { inTab?: boolean }) {
  const at = host.value;
  if (!at) return null;
  const all = allPurposes(purposes.value).map(named);
  return (
    <Create
      hosts={hosts.value}
      host={at}
      template={template.value?.draft ?? null}
      unsent={unsent.value}
      useKeeping={inTab ? keepNothing : useKept}
      refused={refusedToken.value}
      first={all.find(({ id }) => id === askedPurpose.value) ?? pinned.value[0] ?? null}
      purposes={all}
      note={settings.value.nameNote}
      limits={limitsOf(at)}
      tokens={shownOf(at).snapshot?.tokens ?? []}
      failure={shownOf(at).failure}
      silenced={settings.value.silenced}
      onSilence={(way) => changeSettings({ silenced: [...settings.value.silenced, way] })}
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
    <Details
      row={row}
      rotation={rotation && <ShownRotation rotation={rotation} />}
      own={purposes.value.own}
      onCopyId={copyText}
      onAct={act}
      onBack={goHome}
    >
      <RemindingOf row={row} />
    </Details>
  );
}

/** A new token as it stands in a list. */
function rowOf({ token }: Minted, host: KnownHost): Row {
  return { token, host, now: localNow.value, update: 'unknown', role: null };
}

/** Asks before a new token is revoked: at once, since no press that takes something back waits for code. */
function Revoking({ minted, host, onClose }: { minted: Minted; host: KnownHost; onClose: () => void }) {
  const row = rowOf(minted, host);
  const alike = hasLookAlike(row, everyRow());
  return <ConfirmRevoke row={row} alike={alike} onRevoke={() => revokeMade(minted, host)} onClose={onClose} />;
}

export function CreatedScreen({ minted }: { minted: Minted }) {
  const host = hosts.value.find(({ id }) => id === minted.hostId) ?? null;
  const rotation = host ? rotationMaking(minted.token, host) : undefined;
  const [asking, ask] = useState(false);
  const there = onClipboard.value;
  const note = (copied: boolean) => {
    if (copied) inBackground('a new token was taken', rotating.noteTaken(rotation, minted));
    return copied;
  };
  return (
    <>
      <Created
        minted={minted}
        host={host}
        replaces={rotation?.old.name ?? null}
        next={rotating.nextPart(rotation)?.host ?? null}
        now={localNow.value}
        shown={policy.value.policy.recipes}
        onClipboard={there && { ...there, isThis: isOf(there, minted.secret) }}
        onCopy={async () => note(await copySecret(minted.secret))}
        onCopySnippet={async (parts) => {
          const copied = await copySnippet(parts, minted.secret);
          return hasSecret(parts) ? note(copied) : copied;
        }}
        onRecall={recallHandOver}
        onRemember={(at, handOver) => rememberHandOver(at, handOver, minted.secret)}
        onClearClipboard={clearClipboardNow}
        onDismissClipboard={dismissClipboard}
        onTest={(atRoot) => testToken(minted, host, atRoot)}
        // One of a rotation is taken back with it.
        onAskRevoke={host && !rotation ? () => ask(true) : null}
        onRevoke={() => revokeMade(minted, host)}
        onDone={async () => {
          await finish(minted);
          await rotating.goOn(rotation);
        }}
      />
      {asking && host && <Revoking minted={minted} host={host} onClose={() => ask(false)} />}
    </>
  );
}
