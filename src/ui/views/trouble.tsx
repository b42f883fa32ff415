import type { KnownHost } from '../../core/host';
import { addressOf } from '../../core/hosts/address-of';
import type { Failure } from '../../core/result';
import type { Snapshot } from '../../core/snapshot';
import { message as m } from '../../platform/message';
import { Name } from '../components/name';
import { asOfInWords } from '../words/as-of';
import { failureText } from '../words/failures';
import { hasContainers } from '../words/sign-in';
import { SignIn } from './sign-in';

type Props = {
  host: KnownHost;
  failure: Failure | null;
  snapshot?: Snapshot | null;
  /** Whether other hosts are on the screen too, so that this one has to be named. */
  isOneOfSeveral?: boolean;
  /** Milliseconds since 1970, by this computer's clock. */
  localNow: number;
  onRefresh: () => void;
  onOpen: (url: string) => void;
  /** Leads to where the user can let the extension reach an address. */
  onAllow: (address: string) => void;
};

/** The page on which the user sees what stands in the way, where there is one. */
function pageOf(host: KnownHost, failure: Failure): string | undefined {
  const isThere = failure.kind === 'between' || (failure.kind === 'offline' && failure.origin !== undefined);
  return isThere ? addressOf(host) : undefined;
}

/** Why a host's list is not up to date, and from when it is; or the question to sign in there. */
export function Trouble(props: Props) {
  const { host, failure, snapshot = null, isOneOfSeveral = false, localNow, onRefresh, onOpen } = props;
  if (failure === null) return null;
  if (failure.kind === 'signed-out') {
    const { signInUrl, perhapsAt = '' } = failure;
    const about = {
      organization: host.name,
      isServer: host.kind === 'server',
      perhapsAt,
      hasContainers: hasContainers(),
    };
    return <SignIn {...about} onOpen={() => onOpen(signInUrl)} onLook={onRefresh} />;
  }
  const page = pageOf(host, failure);
  return (
    <section class="notice-card">
      {isOneOfSeveral && (
        <h2>
          <Name of={host.name} />
        </h2>
      )}
      <p role="alert">{failureText(failure, { host: host.name, now: localNow })}</p>
      {snapshot && <p class="hint">{asOfInWords(snapshot.readAt, localNow)}</p>}
      {page !== undefined && (
        <button type="button" class="primary" onClick={() => onOpen(page)}>
          {m('open_in_tab')}
        </button>
      )}
      {failure.kind === 'permission' ? (
        <button type="button" class="primary" onClick={() => props.onAllow(failure.address)}>
          {m('allow_access')}
        </button>
      ) : (
        <button type="button" onClick={onRefresh}>
          {m('try_again')}
        </button>
      )}
    </section>
  );
}
