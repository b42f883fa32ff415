import { useEffect } from 'preact/hooks';
import { inBackground } from '../platform/log';
import { readNewcomers, refresh } from '../ui/deeds/doing';
import { exportHistory } from '../ui/deeds/exports';
import { openAdd } from '../ui/deeds/leave';
import { openPage } from '../ui/deeds/pages';
import { eraseHistory, openOverview } from '../ui/deeds/records';
import { busy } from '../ui/stores/busy';
import { localNow } from '../ui/stores/clock';
import { history, loadHistory } from '../ui/stores/history';
import { allRows, overviews } from '../ui/stores/overview';
import { purposes } from '../ui/stores/purposes';
import { History } from '../ui/views/records/history';
import { Overview } from '../ui/views/records/overview';

/** What Patina did. */
export function HistoryView() {
  useEffect(() => inBackground('history', loadHistory()), []);
  return (
    <History
      history={history.value}
      busy={busy.value}
      localNow={localNow.value}
      onExport={exportHistory}
      onErase={eraseHistory}
    />
  );
}

/** How the tokens stand. */
export function OverviewView() {
  useEffect(() => readNewcomers(openOverview()), []);
  return (
    <Overview
      overviews={overviews.value}
      rows={allRows.value}
      own={purposes.value.own}
      localNow={localNow.value}
      onRefresh={refresh}
      onOpen={openPage}
      onAllow={openAdd}
    />
  );
}
