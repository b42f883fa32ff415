import { openPage } from '../deeds/pages';
import { undo } from '../deeds/revokes';
import { busy } from '../stores/busy';
import { localNow } from '../stores/clock';
import { shown } from '../stores/lists';
import { hush, notices } from '../stores/notice';
import { revokes, undoFirst } from '../stores/noticed';
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
  return (
    <Toast
      notices={notices.value.filter(({ text }) => !there.includes(text))}
      revokes={revokes.value}
      undoFirst={undoFirst.value}
      busy={busy.value}
      singleKeys={settings.value.singleKeys}
      onUndo={undo}
      onOpen={openPage}
      onDismiss={hush}
    />
  );
}
