import { useState } from 'preact/hooks';
import type { HostId, KnownHost } from '../../core/host';
import { PRESETS, type PresetId } from '../../core/preset';
import type { Failure } from '../../core/result';
import type { Snapshot } from '../../core/snapshot';
import type { Token } from '../../core/token';
import { message as m } from '../../platform/message';
import { Confirm } from '../components/confirm';
import { HostBar } from '../components/host-bar';
import { Icon } from '../components/icon';
import type { MenuItem } from '../components/menu';
import { NoticeLine } from '../components/notice-line';
import { failureText } from '../failure-text';
import type { Notice } from '../state';
import { daysInWords, nameOf, scopesInWords } from '../text';
import { whenInWords } from '../when';
import { SignIn, type SignInProps } from './sign-in';
import { TokenList } from './token-list';

export type HomeProps = {
  hosts: KnownHost[];
  host: KnownHost;
  snapshot: Snapshot | null;
  failure: Failure | null;
  signIn: SignInProps | null;
  strays: Token[];
  notice: Notice | null;
  busy: boolean;
  refreshing: boolean;
  /** By the server's clock, for the tokens; the other is this computer's. */
  now: number;
  localNow: number;
  items: MenuItem[];
  onChoose: (id: HostId) => void;
  onAddHost: () => void;
  onNewToken: () => void;
  onMint: (purpose: PresetId) => void;
  onRevoke: (token: Token) => void;
  onRefresh: () => void;
};

function QuickMint({ disabled, onMint }: { disabled: boolean; onMint: (purpose: PresetId) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that do not fit here
    <div role="group" aria-label={m('quick_mint')} class="quick-mint">
      {PRESETS.map(({ id, name, scopes, days }) => (
        <div key={id} class="purpose">
          <button type="button" aria-describedby={`purpose-${id}`} disabled={disabled} onClick={() => onMint(id)}>
            {name}
          </button>
          <p class="hint" id={`purpose-${id}`}>
            {m('quick_mint_detail', scopesInWords(scopes), daysInWords(days))}
          </p>
        </div>
      ))}
    </div>
  );
}

function NeedsAttention({ strays, onRevoke }: { strays: Token[]; onRevoke: (token: Token) => void }) {
  if (strays.length === 0) return null;
  return (
    <section class="notice-card" aria-label={m('needs_attention')}>
      <h2>{m('needs_attention')}</h2>
      {strays.map((token) => (
        <div key={token.id} class="attention">
          <p>{m('stray_explain', nameOf(token))}</p>
          <button type="button" onClick={() => onRevoke(token)}>
            {m('revoke_named', nameOf(token))}
          </button>
        </div>
      ))}
    </section>
  );
}

/** Why the list is not up to date, and from when the one below is. */
function Stale({
  failure,
  host,
  snapshot,
  localNow,
  onRefresh,
}: Pick<HomeProps, 'host' | 'snapshot' | 'localNow' | 'onRefresh'> & { failure: Failure }) {
  return (
    <section class="notice-card">
      <p role="alert">{failureText(failure, { host: host.name, now: localNow })}</p>
      {snapshot && <p class="hint">{m('list_as_of', whenInWords(snapshot.readAt, localNow))}</p>}
      <button type="button" onClick={onRefresh}>
        {m('try_again')}
      </button>
    </section>
  );
}

function whoText({ host, failure, signIn }: HomeProps): string {
  if (signIn) return '';
  if (host.identity) return m('signed_in_as', host.identity.name);
  return failure ? '' : m('signed_in_unknown');
}

export function Home(props: HomeProps) {
  const { host, snapshot, failure, signIn, now } = props;
  const [revoking, setRevoking] = useState<Token | null>(null);
  const canChange = host.identity !== null && !signIn && !props.busy;
  return (
    <>
      <HostBar
        hosts={props.hosts}
        chosen={host}
        who={whoText(props)}
        items={props.items}
        onChoose={props.onChoose}
        onAdd={props.onAddHost}
      />
      <NoticeLine notice={props.notice} />
      {signIn && <SignIn {...signIn} />}
      {failure && !signIn && <Stale {...props} failure={failure} />}
      <NeedsAttention strays={props.strays} onRevoke={setRevoking} />
      {!signIn && <QuickMint disabled={!canChange} onMint={props.onMint} />}
      <section>
        <div class="heading-line">
          <h1>{m('tokens')}</h1>
          <button type="button" class="new-token" disabled={!canChange} onClick={props.onNewToken}>
            <Icon name="plus" />
            {m('new_token')}
          </button>
        </div>
        {snapshot && <TokenList snapshot={snapshot} now={now} onRevoke={setRevoking} />}
        {!snapshot && !failure && props.refreshing && <p class="hint">{m('list_loading')}</p>}
        {!snapshot && !failure && !props.refreshing && (
          <button type="button" onClick={props.onRefresh}>
            {m('try_again')}
          </button>
        )}
      </section>
      {revoking && (
        <Confirm
          question={m('revoke_ask', nameOf(revoking))}
          explanation={m('revoke_explain')}
          deed={m('revoke')}
          onConfirm={() => {
            setRevoking(null);
            props.onRevoke(revoking);
          }}
          onCancel={() => setRevoking(null)}
        />
      )}
    </>
  );
}
