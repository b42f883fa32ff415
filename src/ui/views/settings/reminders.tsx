import { useId } from 'preact/hooks';
import { REMIND_DAYS, type RemindDay, type Settings } from '../../../core/settings';
import { type MessageKey, message as m } from '../../../platform/message';
import { Checkbox, Choice } from '../../components/fields/field';
import { Decided } from './decided';

const steps = {
  30: 'remind_30',
  14: 'remind_14',
  7: 'remind_7',
  3: 'remind_3',
  1: 'remind_1',
  0: 'remind_0',
} as const satisfies Record<RemindDay, MessageKey>;

type Hours = Settings['checkEveryHours'];

const CHECKS = [
  { hours: 1, label: 'check_every_hour' },
  { hours: 6, label: 'check_every_6_hours' },
  { hours: 24, label: 'check_every_day' },
  { hours: null, label: 'check_never' },
] as const satisfies { hours: Hours; label: MessageKey }[];

type Props = {
  days: RemindDay[];
  showNames: boolean;
  /** Whether tokens are spoken of that tools make anew by themselves. */
  ofRenewed: boolean;
  checkEveryHours: Hours;
  /** What an administrator has decided of these. */
  decided?: { days: readonly RemindDay[]; check: boolean };
  onChange: (change: Partial<Settings>) => void;
};

const NOTHING = { days: [], check: false };

function Steps({ days, decided = NOTHING, onChange }: Pick<Props, 'days' | 'decided' | 'onChange'>) {
  const choose = (day: RemindDay, chosen: boolean) =>
    onChange({ remindDays: REMIND_DAYS.filter((each) => (each === day ? chosen : days.includes(each))) });
  return (
    <div class="steps">
      {REMIND_DAYS.map((day) => (
        <Checkbox
          key={day}
          label={m(steps[day])}
          checked={days.includes(day)}
          disabled={decided.days.includes(day)}
          onChange={(chosen) => choose(day, chosen)}
        />
      ))}
    </div>
  );
}

/** When the user is told of ends, and how often Patina looks by itself. */
export function ReminderSettings(props: Props) {
  const { days, showNames, ofRenewed, checkEveryHours, decided = NOTHING, onChange } = props;
  const [explanation, renewed] = [useId(), useId()];
  const options = CHECKS.map(({ hours, label }) => ({ value: String(hours), label: m(label) }));
  const chosen = (value: string) => CHECKS.find(({ hours }) => String(hours) === value)?.hours ?? null;
  return (
    <>
      <fieldset class="remind-me">
        <legend>{m('remind_me')}</legend>
        <Steps days={days} decided={decided} onChange={onChange} />
        <Decided of={decided.days.length > 0} />
        <p class="hint">{m('remind_explain')}</p>
        <Checkbox
          label={m('show_names')}
          checked={showNames}
          describedBy={explanation}
          onChange={(showNamesInNotifications) => onChange({ showNamesInNotifications })}
        />
        <p class="hint" id={explanation}>
          {m('show_names_explain')}
        </p>
        <Checkbox
          label={m('remind_of_renewed')}
          checked={ofRenewed}
          describedBy={renewed}
          onChange={(remindOfRenewed) => onChange({ remindOfRenewed })}
        />
        <p class="hint" id={renewed}>
          {m('remind_of_renewed_explain')}
        </p>
      </fieldset>
      <Choice
        label={m('check_for_changes')}
        value={String(checkEveryHours)}
        options={options}
        disabled={decided.check}
        onChange={(value) => onChange({ checkEveryHours: chosen(value) })}
      />
      <Decided of={decided.check} />
      <p class="hint">{m('check_explain')}</p>
    </>
  );
}
