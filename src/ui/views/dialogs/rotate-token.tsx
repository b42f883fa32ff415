import { useState } from 'preact/hooks';
import type { Lifetime } from '../../../core/draft';
import { daysToHopeFor } from '../../../core/minting/expectation';
import type { Believed } from '../../../core/minting/limits';
import type { Refused } from '../../../core/minting/refused-field';
import type { AnyPurpose } from '../../../core/purposes/purposes';
import { losesPlaces } from '../../../core/rotation/narrower';
import { Keep } from '../../../core/rotation/state';
import { nameOf } from '../../../platform/in-words/people';
import { named } from '../../../platform/in-words/purposes';
import { type MessageKey, message as m } from '../../../platform/message';
import { useFirstFault } from '../../components/fault';
import { Choice } from '../../components/fields/field';
import { choiceOf, choiceOfLifetime, LifetimeField, lifetimeOf } from '../../components/fields/lifetime-field';
import { FullAccessHint, LifetimeHints } from '../../components/fields/limit-hints';
import { Dialog } from '../../components/frames/dialog';
import { ScopesIn } from '../../components/scopes/scopes-in';
import { TokenFacts } from '../../components/token-facts';
import type { Row } from '../../on-screen';
import type { Answered } from '../../stores/asked';
import { refusedFaults } from '../../words/refused';

const words = {
  'until-confirmed': { label: 'keep_until_confirmed', explain: 'keep_until_confirmed_explain' },
  'for-a-day': { label: 'keep_for_a_day', explain: 'keep_for_a_time_explain' },
  'for-a-week': { label: 'keep_for_a_week', explain: 'keep_for_a_time_explain' },
} as const satisfies Record<Keep, Record<'label' | 'explain', MessageKey>>;

type Props = {
  row: Row;
  alike: boolean;
  /** Whether a deed is under way: this one can be sent when that is done. */
  busy: boolean;
  /** What the organization is known to grant. */
  limits: Believed;
  /** What the new token can be for, where it is to be narrower; the id of the one that is meant. */
  purposes: readonly AnyPurpose[];
  wanted: string;
  refused: Refused | null;
  answered: Answered | undefined;
  onRotate: (wanted: { keep: Keep; lifetime: Lifetime; scopes?: string[] }) => void;
  onClose: () => void;
};

type PurposesProps = { purposes: readonly AnyPurpose[]; value: AnyPurpose; onChange: (id: string) => void };

/** What the narrower token is for, and what it may then. */
function Purposes({ purposes, value, onChange }: PurposesProps) {
  const options = purposes.map(named).map((each) => ({ value: each.id, label: nameOf(each) }));
  return (
    <>
      <Choice label={m('purpose')} value={value.id} options={options} onChange={onChange} />
      <p class="hint">
        <ScopesIn scopes={value.scopes} says={(list) => m('narrower_may', list)} />
      </p>
    </>
  );
}

/** Asks how long the old token is to live beside the new one. */
export function RotateToken({ row, limits, purposes, wanted, refused, onRotate, onClose, ...props }: Props) {
  const { token, host } = row;
  const before = refused?.asked.lifetime;
  const [choice, setChoice] = useState(() => (before ? choiceOfLifetime(before) : null));
  const longest = limits.decided?.longestDays;
  const chosen = choice ?? choiceOf(daysToHopeFor(token, [limits]));
  const lifetime = lifetimeOf(chosen, longest);
  const [keep, setKeep] = useState<Keep>(props.answered?.keep ?? 'until-confirmed');
  const [purposeId, setPurposeId] = useState(wanted);
  const purpose = purposes.find(({ id }) => id === purposeId) ?? purposes[0];
  const faults = refusedFaults(refused, { lifetime }, host.name);
  useFirstFault(0, refused);
  return (
    <Dialog
      title={m('rotate_heading', nameOf(token))}
      deed={m('rotate')}
      disabled={props.busy}
      onSubmit={() => {
        onClose();
        onRotate({ keep, lifetime, ...(purpose && { scopes: purpose.scopes }) });
      }}
      onCancel={onClose}
    >
      {props.alike && <TokenFacts row={row} alike />}
      <p class="hint">{m(purpose ? 'narrower_explain' : 'rotate_explain')}</p>
      {losesPlaces(token, host) && (
        <p class="hint warning">{m(token.inAllCollections ? 'rotate_narrower' : 'rotate_elsewhere', host.name)}</p>
      )}
      {purpose && <Purposes purposes={purposes} value={purpose} onChange={setPurposeId} />}
      <FullAccessHint host={host} limits={limits} scopes={purpose?.scopes ?? token.scopes} />
      <LifetimeField value={chosen} longest={longest} fault={faults.lifetime ?? null} onChange={setChoice} />
      <LifetimeHints host={host} limits={limits} lifetime={lifetime} />
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
