import { useState } from 'preact/hooks';
import type { Lifetime } from '../../../core/draft';
import { daysToHopeFor } from '../../../core/minting/expectation';
import type { Limits } from '../../../core/minting/limits';
import { losesCollections } from '../../../core/rotation/narrower';
import { Keep } from '../../../core/rotation/state';
import { nameOf } from '../../../platform/in-words/people';
import { type MessageKey, message as m } from '../../../platform/message';
import { Dialog } from '../../components/dialog';
import { Choice } from '../../components/field';
import { choiceOf, type LifetimeChoice, LifetimeField, lifetimeOf } from '../../components/lifetime-field';
import { LifetimeHints } from '../../components/limit-hints';
import { TokenFacts } from '../../components/token-facts';
import type { Row } from '../../on-screen';

const words = {
  'until-confirmed': { label: 'keep_until_confirmed', explain: 'keep_until_confirmed_explain' },
  'for-a-day': { label: 'keep_for_a_day', explain: 'keep_for_a_time_explain' },
  'for-a-week': { label: 'keep_for_a_week', explain: 'keep_for_a_time_explain' },
} as const satisfies Record<Keep, Record<'label' | 'explain', MessageKey>>;

type Props = {
  row: Row;
  alike: boolean;
  /** What the organization is known to grant. */
  limits: Limits;
  onRotate: (keep: Keep, lifetime: Lifetime) => void;
  onClose: () => void;
};

/** Asks how long the old token is to live beside the new one. */
export function RotateToken({ row, alike, limits, onRotate, onClose }: Props) {
  const { token, host } = row;
  const [choice, setChoice] = useState<LifetimeChoice | null>(null);
  const lifetime = choice ?? choiceOf(daysToHopeFor(token, [limits]));
  const [keep, setKeep] = useState<Keep>('until-confirmed');
  return (
    <Dialog
      title={m('rotate_heading', nameOf(token))}
      deed={m('rotate')}
      onSubmit={() => {
        onClose();
        onRotate(keep, lifetimeOf(lifetime));
      }}
      onCancel={onClose}
    >
      {alike && <TokenFacts row={row} alike />}
      <p class="hint">{m('rotate_explain')}</p>
      {losesCollections(token, host) && <p class="hint warning">{m('rotate_narrower', host.name)}</p>}
      <LifetimeField value={lifetime} onChange={setChoice} />
      <LifetimeHints host={host} limits={limits} lifetime={lifetimeOf(lifetime)} />
      <Choice
        label={m('keep_old')}
        value={keep}
        options={Keep.options.map((each) => ({ value: each, label: m(words[each].label) }))}
        onChange={(value) => setKeep(Keep.options.find((each) => each === value) ?? keep)}
      />
      <p class="hint">{m(words[keep].explain)}</p>
    </Dialog>
  );
}
