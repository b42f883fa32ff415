import { LIFETIMES, type Lifetime, MAX_DAYS } from '../../../core/draft';
import { daysInWords } from '../../../platform/in-words/days';
import { message as m } from '../../../platform/message';
import { lifetimeUntil, possibleDays } from '../../words/calendar';
import { localDay } from '../../words/days';
import { useFault } from '../fault';
import { Choice, Field, type Option } from './field';

const CUSTOM = 'custom';

/** The lifetime as the user leaves it: a choice of the list, and a day where the choice is a day of their own. */
export type LifetimeChoice = { choice: string; day: string };

/** The choice of exactly so many days. */
export const choiceOf = (days: number): LifetimeChoice => ({ choice: String(days), day: '' });

/** The lifetime of the list that is nearest above so many days, but no longer than can be hoped for. */
export const choiceFor = (days: number, longest = MAX_DAYS) =>
  choiceOf(Math.min(LIFETIMES.find((each) => each >= days) ?? MAX_DAYS, longest));

/** The choice that was sent as this lifetime. */
export function choiceOfLifetime(lifetime: Lifetime): LifetimeChoice {
  return 'days' in lifetime ? choiceOf(lifetime.days) : { choice: CUSTOM, day: localDay(lifetime.until) };
}

/** The lifetime that is chosen, where an administrator allows no more than `longest` days. */
export function lifetimeOf({ choice, day }: LifetimeChoice, longest?: number): Lifetime {
  return choice === CUSTOM ? lifetimeUntil(day, Date.now(), longest) : { days: Number(choice) };
}

/** Whether it ends on a day of the user's own. */
export const takesOwnDay = ({ choice }: LifetimeChoice) => choice === CUSTOM;

export const isDayMissing = (lifetime: LifetimeChoice) => takesOwnDay(lifetime) && lifetime.day === '';

/** The lifetimes of the list, no longer than is decided, and that which is chosen. */
function daysWith({ choice }: LifetimeChoice, longest: number): number[] {
  const days = Number(choice);
  const offered = LIFETIMES.filter((each) => each <= longest);
  return days > 0 ? [...new Set([...offered, days])].sort((a, b) => a - b) : offered;
}

type Props = {
  value: LifetimeChoice;
  onChange: (value: LifetimeChoice) => void;
  /** Choices of another kind, which come first. */
  before?: Option[];
  /** Whether a day of the calendar can be chosen. */
  takesDay?: boolean;
  /** More days than that an administrator does not allow. */
  longest?: number | undefined;
  /** What is wrong with it, or with the day of their own. */
  fault?: string | null;
};

function DayField({ value, longest, fault = null, onChange }: Omit<Props, 'before' | 'takesDay'>) {
  const { first, last } = possibleDays(Date.now(), longest);
  const { wrong, said } = useFault(fault);
  return (
    <div class="with-fault">
      <Field label={m('expiry_date')}>
        <input
          type="date"
          min={first}
          max={last}
          value={value.day}
          {...wrong}
          onInput={(event) => onChange({ ...value, day: event.currentTarget.value })}
        />
      </Field>
      {said}
    </div>
  );
}

/** How long a token is to live: one of the usual lifetimes, that of its purpose, or until a day. */
export function LifetimeField(props: Props) {
  const { value, onChange, before = [], takesDay = true, longest = MAX_DAYS, fault = null } = props;
  const options = [
    ...before,
    ...daysWith(value, longest).map((days) => ({ value: String(days), label: daysInWords(days) })),
    ...(takesDay ? [{ value: CUSTOM, label: m('custom_date') }] : []),
  ];
  return (
    <>
      <div class="with-fault">
        <Choice
          label={m('lifetime')}
          value={value.choice}
          options={options}
          fault={takesOwnDay(value) ? null : fault}
          onChange={(choice) => onChange({ ...value, choice })}
        />
      </div>
      {takesOwnDay(value) && <DayField value={value} longest={longest} fault={fault} onChange={onChange} />}
    </>
  );
}
