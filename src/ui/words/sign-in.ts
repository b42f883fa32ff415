import { message as m } from '../../platform/message';

/** Containers are Firefox's. What a session in one of them can, an extension's own requests cannot: they have no cookies of it. */
export const hasContainers = () => location.protocol === 'moz-extension:';

type About = {
  /** On a server the browser itself signs in, with the Windows account. */
  isServer: boolean;
  /** Whether the session may live in a container. */
  hasContainers: boolean;
};

/** How to sign in. That the card goes away by itself is promised only where no container can be in the way. */
export function howToSignIn({ isServer, hasContainers: has }: About): string {
  if (isServer) return m('sign_in_to_server_explain');
  return m(has ? 'sign_in_firefox' : 'sign_in_explain');
}
