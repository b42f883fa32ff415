import { openPage } from '../deeds/pages';
import { undo } from '../deeds/revokes';
import { busy } from '../stores/busy';
import { hush, notices } from '../stores/notice';
import { revokes, undoFirst } from '../stores/noticed';
import { settings } from '../stores/settings';
import { Toast } from '../views/toast';

/** What happened, on whatever is shown. */
export function Happened() {
  return (
    <Toast
      notices={notices.value}
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
