import { useEffect, useState } from 'preact/hooks';
import { inBackground } from '../platform/log';
import { message as m } from '../platform/message';
import { Dialogs } from '../ui/connected/dialogs';
import { CreatedScreen } from '../ui/connected/screens';
import * as deeds from '../ui/deeds/clean-up';
import { readNewcomers, refresh } from '../ui/deeds/doing';
import { openAdd } from '../ui/deeds/leave';
import { openPage } from '../ui/deeds/pages';
import type { Decided } from '../ui/on-screen';
import { asked } from '../ui/stores/asked';
import { followEnds } from '../ui/stores/clean-up/ends';
import { hasAlike, learnNames } from '../ui/stores/clean-up/names';
import { knowSpared, spared } from '../ui/stores/clean-up/spared';
import { isUndoing } from '../ui/stores/clean-up/undoing';
import * as walk from '../ui/stores/clean-up/walk';
import { localNow } from '../ui/stores/clock';
import { hosts } from '../ui/stores/hosts';
import { refreshing, shown } from '../ui/stores/lists';
import { keyOfMade, toHandOver } from '../ui/stores/minted';
import { lookAtAll } from '../ui/stores/overview';
import { watchJournal } from '../ui/stores/revoke-all/journal';
import { settings } from '../ui/stores/settings';
import { CleanUp } from '../ui/views/clean-up/clean-up';
import { Troubles } from '../ui/views/troubles';
import { loadTokens } from './load';

/** So many of those that come next are in sight. */
const COMING = 3;

/** What the queue is made of, before any of it is shown. */
async function load(): Promise<void> {
  const ids = hosts.value.map(({ id }) => id);
  await Promise.all([loadTokens(), lookAtAll(), knowSpared(ids), watchJournal(), followEnds()]);
  await learnNames();
}

const readAgain = () => inBackground('refresh', refresh());

/** Whether a decision can be taken back: a rotation where it stands, a revoke until it is sent. */
const canUndo = ({ key, how, end }: Decided) =>
  how !== 'rotate' && end !== 'sent' && end !== 'revoked' && !isUndoing(key);

/** Why lists are not up to date, or not whole. */
function WhyOld() {
  const lists = { shown: shown.value, localNow: localNow.value };
  const isIncomplete = shown.value.some(({ snapshot }) => snapshot?.complete === false);
  const isOnlyMadeHere = shown.value.some(({ snapshot }) => snapshot?.onlyMadeHere);
  return (
    <>
      <Troubles {...lists} onRefresh={readAgain} onOpen={openPage} onAllow={openAdd} />
      {isIncomplete && <p class="hint warning">{m('list_incomplete')}</p>}
      {isOnlyMadeHere && <p class="hint warning">{m('list_only_made_here')}</p>}
    </>
  );
}

function Loaded() {
  useEffect(() => {
    const ends = [readNewcomers(refresh()), deeds.follow()];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  const at = walk.current.value;
  return (
    <CleanUp
      hasHosts={hosts.value.length > 0}
      isReading={refreshing.value}
      isKnown={shown.value.every(({ snapshot }) => snapshot?.complete)}
      shown={at}
      alike={at !== null && hasAlike(at.row)}
      coming={walk.coming(COMING)}
      place={walk.place.value}
      decided={walk.decided.value.map((each) => ({ ...each, canUndo: canUndo(each) }))}
      spared={spared.value.length}
      said={walk.said.value}
      failed={[...walk.reasonsBack.value.values()].at(-1) ?? ''}
      singleKeys={settings.value.singleKeys}
      troubles={<WhyOld />}
      onDecide={deeds.decide}
      onLeave={deeds.leave}
      onUndo={(of) => inBackground('undo', deeds.undo(of))}
      onAskAgain={() => inBackground('ask again', deeds.askAgain(spared.value))}
    />
  );
}

/** The way through the tokens most worth ending. */
export function CleanUpView() {
  const [openedAt] = useState(Date.now);
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    const loading = load().then(() => setLoaded(true));
    inBackground('clean up', loading);
  }, []);
  // A secret that waits from before is the popup's to show.
  const made = toHandOver.value.find(({ mintedAt }) => mintedAt >= openedAt);
  if (made) return <CreatedScreen key={keyOfMade(made)} minted={made} />;
  return (
    <>
      {loaded && <Loaded />}
      {asked.value && <Dialogs />}
    </>
  );
}
