import { ALL_HOSTS } from '../core/host';
import { inBackground } from '../platform/log';
import { refresh } from '../ui/deeds/doing';
import { openAdd, openPage } from '../ui/deeds/pages';
import { busy } from '../ui/stores/busy';
import { localNow } from '../ui/stores/clock';
import { host, hosts, showsAll } from '../ui/stores/hosts';
import { refreshing, shown } from '../ui/stores/lists';
import { notice } from '../ui/stores/notice';
import * as store from '../ui/stores/revoke-all';
import * as underWay from '../ui/stores/revoke-all-journal';
import { settings } from '../ui/stores/settings';
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
    onLook: store.wake,
    onStop: store.stop,
    onResume: store.resume,
    onRetry: store.retry,
    onClose: store.close,
    onOpen: openPage,
  };
}

export function RevokeAllView() {
  return (
    <RevokeAll
      hosts={hosts.value}
      chosen={showsAll.value || !host.value ? ALL_HOSTS : host.value.id}
      shown={shown.value}
      rows={store.rows.value}
      kept={store.kept.value}
      neverRevoke={settings.value.neverRevoke}
      word={store.word.value}
      isReady={store.isReady.value}
      refreshing={refreshing.value}
      busy={busy.value}
      notice={notice.value}
      localNow={localNow.value}
      revoking={revoking()}
      onBegin={() => inBackground('revoke all', store.open())}
      onChoose={store.choose}
      onCheck={({ token }, checked) => store.check(token.id, checked)}
      onKeepAlways={({ token }, always) => store.keepAlways(token.id, always)}
      onDryRun={store.dryRun}
      onRevoke={store.start}
      onRefresh={refresh}
      onOpen={openPage}
      onAllow={openAdd}
    />
  );
}
