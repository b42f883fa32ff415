import type { Minted } from '../../../core/minting/minted';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';

/** Says that a new token is somebody else's, where it is. */
export function MadeFor({ minted, onRevoke }: { minted: Minted; onRevoke: () => void }) {
  const { madeFor, token } = minted;
  if (!madeFor) return null;
  return (
    <section class="notice-card" role="alert">
      <p>{m('made_for', madeFor.name, madeFor.expected)}</p>
      <button type="button" onClick={onRevoke}>
        {m('revoke_named', nameOf(token))}
      </button>
    </section>
  );
}
