import { useEffect } from 'preact/hooks';
import { inBackground } from '../platform/log';
import { PageNav } from '../ui/components/page-nav';
import * as deeds from '../ui/deeds';
import * as state from '../ui/state';
import { exportHistory } from '../ui/stores/exports';
import { eraseHistory, history, loadHistory } from '../ui/stores/history';
import { allRows, lookAtAll, openOverview, overviews } from '../ui/stores/overview';
import { History } from '../ui/views/records/history';
import { Overview } from '../ui/views/records/overview';
import { Timeline } from '../ui/views/records/timeline';
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

/** How the tokens stand. */
export function OverviewView() {
  useEffect(() => inBackground('overview', openOverview()), []);
  return (
    <>
      <PageNav links={links} at="overview" />
      <Overview
        overviews={overviews.value}
        rows={allRows.value}
        notice={state.notice.value}
        localNow={state.localNow.value}
        onRefresh={deeds.refresh}
        onOpen={deeds.openPage}
        onAllow={deeds.openAdd}
      />
    </>
  );
}

/** The next 90 days, as a part of the settings: from what is known, without asking anybody. */
export function TimelineSection() {
  useEffect(() => inBackground('timeline', lookAtAll()), []);
  return <Timeline rows={allRows.value} localNow={state.localNow.value} />;
}
