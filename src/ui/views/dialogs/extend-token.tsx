import { useState } from 'preact/hooks';
import { endOf, type Lifetime } from '../../../core/draft';
import { daysOf } from '../../../core/minting/duplicate';
import { message as m } from '../../../platform/message';
import { Dialog } from '../../components/dialog';
import { choiceFor, LifetimeField, lifetimeOf } from '../../components/lifetime-field';
import { TokenFacts } from '../../components/token-facts';
import type { Row } from '../../on-screen';
import { nameOf } from '../../words/text';
import { dateInWords } from '../../words/when';

type Props = { row: Row; alike: boolean; onExtend: (lifetime: Lifetime) => void; onClose: () => void };

/** Asks until when a token is to live. */
export function ExtendToken({ row, alike, onExtend, onClose }: Props) {
  const { token, now } = row;
  const [choice, setChoice] = useState(choiceFor(daysOf(token)));
  const lifetime = lifetimeOf(choice);
  const end = token.expiresAt;
  const isShorter = end !== null && endOf(lifetime, now) < end && endOf(lifetime, now) > 0;
  return (
    <Dialog
      title={m('extend_heading', nameOf(token))}
      deed={m('extend')}
      onSubmit={() => {
        onClose();
        onExtend(lifetime);
      }}
      onCancel={onClose}
    >
      {alike && <TokenFacts row={row} alike />}
      <LifetimeField value={choice} onChange={setChoice} />
      <p class="hint">{m('extend_explain', dateInWords(end))}</p>
      {isShorter && <p class="hint warning">{m('extend_shorter')}</p>}
    </Dialog>
  );
}
