import { dueStep, isQuiet } from '../../../core/reminders/steps';
import type { ReminderAnswer, Told } from '../../../core/reminders/told';
import type { RemindDay } from '../../../core/settings';
import { message as m } from '../../../platform/message';
import type { Row } from '../../on-screen';
import { exactly } from '../../words/when';

type Props = {
  row: Row;
  /** The steps at which the user wants to be reminded. */
  days: RemindDay[];
  /** What was said of this token so far. */
  told: Told | undefined;
  /** Its tool makes it anew by itself, and nobody wants to be reminded of that. */
  isRenewed: boolean;
  /** Milliseconds since 1970, by this computer's clock. */
  localNow: number;
  onAnswer: (answer: ReminderAnswer) => void;
};

function quietText({ silenced, snoozedUntil }: Told): string {
  return silenced || snoozedUntil === null ? m('reminders_stopped') : m('snoozed_until', exactly(snoozedUntil));
}

/** The answers that make sense now. Of a token that ended unnoticed there is nothing to be reminded of. */
function answersFor({ row: { token, now }, days, told, localNow }: Props): ReminderAnswer[] {
  if (token.revoked || token.expiresAt === null || days.length === 0) return [];
  if (told && isQuiet(told, localNow)) return ['again'];
  if (token.expiresAt <= now && told === undefined) return [];
  return dueStep(token.expiresAt, days, now) === undefined ? ['stop'] : ['snooze', 'stop'];
}

const labels = {
  snooze: 'snooze',
  stop: 'stop_reminding',
  again: 'remind_again',
} as const satisfies Record<ReminderAnswer, string>;

/** What the user can answer to the reminders of a token. */
export function Reminding(props: Props) {
  const answers = answersFor(props);
  const { told, localNow, onAnswer } = props;
  if (props.isRenewed) return <p class="hint">{m('renewed_by_tool')}</p>;
  if (answers.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that do not fit here
    <div role="group" aria-label={m('reminders')} class="reminding">
      <p role="status" class="hint">
        {told && isQuiet(told, localNow) ? quietText(told) : ''}
      </p>
      <div class="buttons">
        {answers.map((answer) => (
          <button type="button" key={answer} onClick={() => onAnswer(answer)}>
            {m(labels[answer])}
          </button>
        ))}
      </div>
    </div>
  );
}
