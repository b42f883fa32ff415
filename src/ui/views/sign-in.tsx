import { useEffect } from 'preact/hooks';
import { SECOND } from '../../core/duration';
import { message as m } from '../../platform/message';
import './sign-in.css';

const LOOK_AGAIN = 3 * SECOND;

export type SignInProps = {
  organization: string;
  /** On a server the browser itself signs in, with the Windows account. */
  isServer: boolean;
  /** Where a server may have moved to; empty where nothing says so. */
  perhapsAt?: string;
  /** Whether the session may live in a container, which an extension's requests do not reach. */
  hasContainers: boolean;
  onOpen: () => void;
  onLook: () => void;
};

/** While it is on the screen it looks now and then whether somebody has signed in. */
function useLooking(onLook: () => void) {
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && onLook(), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [onLook]);
}

/** Stands in place of what needs a session. */
export function SignIn(props: SignInProps) {
  const { organization, isServer, hasContainers, perhapsAt = '', onOpen, onLook } = props;
  useLooking(onLook);
  return (
    <section class="notice-card">
      <h2>{m('sign_in_to', organization)}</h2>
      <p>{m(isServer ? 'sign_in_to_server_explain' : hasContainers ? 'sign_in_firefox' : 'sign_in_explain')}</p>
      {perhapsAt && <p class="hint">{m('sign_in_perhaps_https', perhapsAt)}</p>}
      {hasContainers && <p class="hint">{m('sign_in_container')}</p>}
      {isServer && <p class="hint">{m('sign_in_policy')}</p>}
      <button type="button" class="primary" onClick={onOpen}>
        {m('open_sign_in')}
      </button>
    </section>
  );
}

type SeveralProps = {
  places: { name: string; signInUrl: string }[];
  onOpen: (url: string) => void;
  onLook: () => void;
};

/** The same for several at once: what there is to know is said once. */
export function SignIns({ places, onOpen, onLook }: SeveralProps) {
  useLooking(onLook);
  return (
    <section class="notice-card">
      <p>{m('sign_in_explain')}</p>
      <ul class="sign-ins">
        {places.map(({ name, signInUrl }) => (
          <li key={name}>
            <h2>{m('sign_in_to', name)}</h2>
            <button type="button" onClick={() => onOpen(signInUrl)}>
              {m('open_sign_in')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
