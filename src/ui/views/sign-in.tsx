import { useEffect } from 'preact/hooks';
import { SECOND } from '../../core/duration';
import { message as m } from '../../platform/message';

const LOOK_AGAIN = 3 * SECOND;

export type SignInProps = { organization: string; onOpen: () => void; onLook: () => void };

/** Stands in place of what needs a session. While it is on the screen it looks now and then whether there is one. */
export function SignIn({ organization, onOpen, onLook }: SignInProps) {
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && onLook(), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [onLook]);
  return (
    <section class="notice-card">
      <h2>{m('sign_in_to', organization)}</h2>
      <p>{m('sign_in_explain')}</p>
      <button type="button" class="primary" onClick={onOpen}>
        {m('open_sign_in')}
      </button>
    </section>
  );
}
