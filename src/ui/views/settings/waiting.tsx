import type { Pending } from '../../../core/hosts/address';
import { message as m } from '../../../platform/message';
import { hasContainers } from '../../words/sign-in';
import { SignIn } from '../sign-in';

export type WaitingProps = {
  /** An address that waits to be added. */
  pending: Pending | null;
  onOpen: (url: string) => void;
  onLook: () => void;
  onStop: () => void;
};

/** A server at which nobody was signed in when it was to be added: it is as soon as it answers. */
export function Waiting({ pending, onOpen, onLook, onStop }: WaitingProps) {
  if (!pending?.signInUrl) return null;
  const { signInUrl } = pending;
  const name = pending.address.replace(/^https?:\/\//, '');
  return (
    <>
      <SignIn
        organization={name}
        isServer
        hasContainers={hasContainers()}
        onOpen={() => onOpen(signInUrl)}
        onLook={onLook}
      />
      <button type="button" onClick={onStop}>
        {m('stop_waiting', name)}
      </button>
    </>
  );
}
