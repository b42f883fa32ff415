import { useState } from 'preact/hooks';
import { endOf, type Lifetime } from '../../core/draft';
import { DAY } from '../../core/duration';
import type { Token } from '../../core/token';
import { message as m } from '../../platform/message';
import type { Row } from '../state';
import { nameOf } from '../text';
import { exactly } from '../when';
import { Dialog } from './dialog';
import { choiceFor, LifetimeField, lifetimeOf } from './lifetime-field';

const USUAL_DAYS = 30;

/** For how long a token was made, or was last extended, as far as its dates tell. */
function lifetimeDays({ createdAt, expiresAt }: Token): number {
  return createdAt === null || expiresAt === null ? USUAL_DAYS : Math.round((expiresAt - createdAt) / DAY);
}

type Props = { row: Row; onExtend: (lifetime: Lifetime) => void; onClose: () => void };

/** Asks until when a token is to live. */
export function ExtendToken({ row: { token, now }, onExtend, onClose }: Props) {
  const [choice, setChoice] = useState(choiceFor(lifetimeDays(token)));
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
      <LifetimeField value={choice} onChange={setChoice} />
      <p class="hint">{m('extend_explain', end === null ? m('unknown_date') : exactly(end))}</p>
      {isShorter && <p class="hint warning">{m('extend_shorter')}</p>}
    </Dialog>
  );
}
