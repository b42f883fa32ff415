import { ALL_HOSTS } from '../core/host';
import { inBackground } from '../platform/log';
import * as deeds from '../ui/deeds';
import * as state from '../ui/state';
import * as store from '../ui/stores/revoke-all';
import * as underWay from '../ui/stores/revoke-all-journal';
import { RevokeAll } from '../ui/views/revoke-all/revoke-all';

function revoking() {
  const journal = underWay.journal.value;
  if (!journal) return null;
  return {
    journal,
    parts: underWay.parts.value,
    tokens: underWay.tokens.value,
    shown: underWay.hosts.value,
    localNow: state.localNow.value,
    onLook: store.wake,
    onStop: store.stop,
    onResume: store.resume,
    onRetry: store.retry,
    onClose: store.close,
    onOpen: deeds.openPage,
  };
}

export function RevokeAllView() {
  const host = state.host.value;
  return (
    <RevokeAll
      hosts={state.hosts.value}
      chosen={state.showsAll.value || !host ? ALL_HOSTS : host.id}
      shown={state.shown.value}
      rows={store.rows.value}
      kept={store.kept.value}
      neverRevoke={state.settings.value.neverRevoke}
      word={store.word.value}
      isReady={store.isReady.value}
      refreshing={state.refreshing.value}
      busy={state.busy.value}
      notice={state.notice.value}
      localNow={state.localNow.value}
      revoking={revoking()}
      onBegin={() => inBackground('revoke all', store.open())}
      onChoose={store.choose}
      onCheck={({ token }, checked) => store.check(token.id, checked)}
      onKeepAlways={({ token }, always) => store.keepAlways(token.id, always)}
      onDryRun={store.dryRun}
      onRevoke={store.start}
      onRefresh={deeds.refresh}
      onOpen={deeds.openPage}
      onAllow={deeds.openAdd}
    />
  );
}
