import type { Part, Rotation } from '../../../core/rotation/state';
import { isLacking, isReady } from '../../../core/rotation/step';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { Icon } from '../../components/icon';
import { Name } from '../../components/name';
import { partInWords, rotationInWords } from '../../words/rotation';
import { exactly } from '../../words/when';
import './cards.css';

export type RotationDeeds = {
  onEnd: (rotation: Rotation, by: 'confirmed' | 'cancelled') => void;
  onMake: (rotation: Rotation, part: Part) => void;
  onLeaveOut: (rotation: Rotation, part: Part) => void;
  onDismiss: (rotation: Rotation) => void;
};

type Props = RotationDeeds & {
  rotation: Rotation;
  now: number;
  /** How far the clock of the old token's server is ahead of ours, in milliseconds. */
  clockSkew: number;
  busy: boolean;
};

/** One place of several: what has become of its new token, and what can be done where there is none. */
function PartLine({ part, ...props }: Props & { part: Part }) {
  const { rotation, now, busy, onMake, onLeaveOut } = props;
  const isOpen = rotation.stage.state === 'open' && isLacking(part);
  return (
    <li>
      <p>
        <strong>
          <Name of={part.host} />
        </strong>{' '}
        {partInWords(part, now)}
      </p>
      {isOpen && (
        <div class="buttons">
          <button type="button" disabled={busy} onClick={() => onMake(rotation, part)}>
            {m('part_make', part.host)}
          </button>
          <button type="button" disabled={busy} onClick={() => onLeaveOut(rotation, part)}>
            {m('part_leave_out', part.host)}
          </button>
        </div>
      )}
    </li>
  );
}

/** What the user can press; while something is being revoked, pressing it again tries it at once. */
function Buttons(props: Props) {
  const { rotation, busy, onEnd, onMake, onDismiss } = props;
  const { stage, old, parts } = rotation;
  const [only] = parts.length === 1 ? parts : [];
  const button = (label: string, onClick: () => void) => (
    <button type="button" disabled={busy} onClick={onClick}>
      {label}
    </button>
  );
  if (stage.state === 'over') return <div class="buttons">{button(m('ok'), () => onDismiss(rotation))}</div>;
  const confirm = m(old.everywhere ? 'revoke_old' : 'have_replaced');
  return (
    <div class="buttons">
      {stage.state === 'open' && isReady(rotation) && button(confirm, () => onEnd(rotation, 'confirmed'))}
      {stage.state === 'open' &&
        only?.progress.state === 'lost' &&
        button(m('make_another'), () => onMake(rotation, only))}
      {stage.state === 'replacing' && button(m('try_again'), () => onEnd(rotation, 'confirmed'))}
      {stage.state === 'cancelling'
        ? button(m('try_again'), () => onEnd(rotation, 'cancelled'))
        : button(m('cancel_rotation'), () => onEnd(rotation, 'cancelled'))}
    </div>
  );
}

/** An unfinished rotation: both tokens, what happens when, and what there is to press. */
export function RotationCard(props: Props) {
  const { rotation, now, clockSkew } = props;
  const { old, parts } = rotation;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that do not fit here
    <div role="group" class="attention" aria-label={m('rotation_of', nameOf(old))}>
      <Icon name="refresh" />
      <p class="attention-name">
        <strong>
          <Name of={nameOf(old)} />
        </strong>
      </p>
      {rotationInWords(rotation, { now, served: now + clockSkew }).map(({ text, at }) => (
        <p key={text} class="attention-reason" title={at === undefined ? undefined : exactly(at)}>
          {text}
        </p>
      ))}
      {parts.length > 1 && (
        <ul class="parts">
          {parts.map((part) => (
            <PartLine key={part.hostId} {...props} part={part} />
          ))}
        </ul>
      )}
      <Buttons {...props} />
    </div>
  );
}
