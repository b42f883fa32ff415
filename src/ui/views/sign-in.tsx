import { useEffect } from 'preact/hooks';
import { SECOND } from '../../core/duration';
import { message as m } from '../../platform/message';
import { Why } from '../components/why';
import { howToSignIn } from '../words/sign-in';
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

function PerhapsAt({ address }: { address: string }) {
  return address === '' ? null : <p class="hint">{m('sign_in_perhaps_https', address)}</p>;
}

/** Why a session that seems to be there may not be seen, and what an administrator can do about it. */
function Hints({ isServer, hasContainers }: Pick<SignInProps, 'isServer' | 'hasContainers'>) {
  return (
    <>
      {hasContainers && <p class="hint">{m('sign_in_container')}</p>}
      {isServer && <Why>{m('sign_in_policy')}</Why>}
    </>
  );
}

/** Stands in place of what needs a session. */
export function SignIn(props: SignInProps) {
  const { organization, perhapsAt = '', onOpen, onLook } = props;
  useLooking(onLook);
  return (
    <section class="notice-card">
      <h2>{m('sign_in_to', organization)}</h2>
      <p>{howToSignIn(props)}</p>
      <PerhapsAt address={perhapsAt} />
      <Hints {...props} />
      <button type="button" class="primary" onClick={onOpen}>
        {m('open_sign_in')}
      </button>
    </section>
  );
}

type SeveralProps = {
  places: { name: string; signInUrl: string; isServer: boolean; perhapsAt?: string }[];
  hasContainers: boolean;
  onOpen: (url: string) => void;
  onLook: () => void;
};

/** The same for several at once: what there is to know is said once. */
export function SignIns({ places, hasContainers, onOpen, onLook }: SeveralProps) {
  useLooking(onLook);
  return (
    <section class="notice-card">
      <p>{howToSignIn({ isServer: places.every(({ isServer }) => isServer), hasContainers })}</p>
      <ul class="sign-ins">
        {places.map(({ name, signInUrl, perhapsAt = '' }) => (
          <li key={name}>
            <h2>{m('sign_in_to', name)}</h2>
            <button type="button" onClick={() => onOpen(signInUrl)}>
              {m('open_sign_in')}
            </button>
            <PerhapsAt address={perhapsAt} />
          </li>
        ))}
      </ul>
      <Hints isServer={places.some(({ isServer }) => isServer)} hasContainers={hasContainers} />
    </section>
  );
}
