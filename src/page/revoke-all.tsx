import { useEffect } from 'preact/hooks';
import { ALL_HOSTS } from '../core/all-hosts';
import { inBackground } from '../platform/log';
import { readNewcomers, refresh } from '../ui/deeds/doing';
import { openAdd } from '../ui/deeds/leave';
import { openPage } from '../ui/deeds/pages';
import * as deeds from '../ui/deeds/revoke-all';
import { busy } from '../ui/stores/busy';
import { localNow } from '../ui/stores/clock';
import { host, hosts, showsAll } from '../ui/stores/hosts';
import { refreshing, shown } from '../ui/stores/lists';
import * as store from '../ui/stores/revoke-all/choice';
import * as underWay from '../ui/stores/revoke-all/journal';
import { RevokeAll } from '../ui/views/revoke-all/revoke-all';

function revoking() {
  const journal = underWay.journal.value;
  if (!journal) return null;
  return {
    journal,
    parts: underWay.parts.value,
    tokens: underWay.tokens.value,
    shown: underWay.hosts.value,
    localNow: localNow.value,
    onLook: deeds.wake,
    onAgain: deeds.again,
    onStop: deeds.stop,
    onResume: deeds.resume,
    onRetry: deeds.retry,
    onClose: deeds.close,
    onOpen: openPage,
  };
}

/** Whoever comes back to it may have signed in meanwhile, and a network that is back is told to pages alone. */
function useReturn() {
  useEffect(() => {
    const again = () => inBackground('revoke all', deeds.again());
    const seen = () => document.hidden || again();
    again();
    document.addEventListener('visibilitychange', seen);
    addEventListener('online', again);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      removeEventListener('online', again);
    };
  }, []);
}

export function RevokeAllView() {
  useEffect(() => readNewcomers(deeds.open()), []);
  useReturn();
  return (
    <RevokeAll
      hosts={hosts.value}
      chosen={showsAll.value || !host.value ? ALL_HOSTS : host.value.id}
      shown={shown.value}
      rows={store.rows.value}
      kept={store.kept.value}
      isProtected={store.isProtected}
      word={store.word.value}
      isReady={store.isReady.value}
      refreshing={refreshing.value}
      busy={busy.value}
      localNow={localNow.value}
      revoking={revoking()}
      onChoose={deeds.choose}
      onCheck={store.check}
      onKeepAlways={deeds.keepAlways}
      onDryRun={deeds.dryRun}
      onRevoke={deeds.start}
      onRefresh={refresh}
      onOpen={openPage}
      onAllow={openAdd}
    />
  );
}
