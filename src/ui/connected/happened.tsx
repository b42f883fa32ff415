import { useEffect } from 'preact/hooks';
import { placedKey } from '../../core/names/placed';
import { openPage } from '../deeds/pages';
import { undo } from '../deeds/revokes';
import type { Notice } from '../on-screen';
import { busy } from '../stores/busy';
import { localNow } from '../stores/clock';
import { shown } from '../stores/lists';
import { hush, notices } from '../stores/notice';
import { followedElsewhere, revokes, undoFirst } from '../stores/noticed';
import { settings } from '../stores/settings';
import { Toast } from '../views/toast';
import { failureText } from '../words/failures';

/** What a card over the list says already, with a button that helps: it is not said once more. */
function saidThere(): string[] {
  const now = localNow.value;
  return shown.value.flatMap(({ host, failure }) => (failure ? [failureText(failure, { host: host.name, now })] : []));
}

/** What happened, on whatever is shown. */
export function Happened({ overList }: { overList: boolean }) {
  const there = overList ? saidThere() : [];
  const isNew = ({ text }: Notice) => !there.includes(text);
  useEffect(() => {
    if (!notices.value.every(isNew)) notices.value = notices.value.filter(isNew); // nor when the card has gone
  });
  return (
    <Toast
      notices={notices.value.filter(isNew)}
      revokes={revokes.value.filter((each) => !followedElsewhere.value.has(placedKey(each)))}
      undoFirst={undoFirst.value}
      busy={busy.value}
      singleKeys={settings.value.singleKeys}
      onUndo={undo}
      onOpen={openPage}
      onDismiss={hush}
    />
  );
}
