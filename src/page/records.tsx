import { useEffect } from 'preact/hooks';
import { inBackground } from '../platform/log';
import { PageNav } from '../ui/components/page-nav';
import * as state from '../ui/state';
import { exportHistory } from '../ui/stores/exports';
import { eraseHistory, history, loadHistory } from '../ui/stores/history';
import { History } from '../ui/views/history';
import { links } from './links';

/** What Patina did. */
export function HistoryView() {
  useEffect(() => inBackground('history', loadHistory()), []);
  return (
    <>
      <PageNav links={links} at="history" />
      <History
        history={history.value}
        notice={state.notice.value}
        busy={state.busy.value}
        localNow={state.localNow.value}
        onExport={exportHistory}
        onErase={eraseHistory}
      />
    </>
  );
}
