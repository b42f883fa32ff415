import type { Lifetime } from '../../core/draft';
import { message as m } from '../../platform/message';
import { daysInWords } from '../text';
import { Choice, Field, type Option } from './field';

const LIFETIMES = [1, 7, 30, 60, 90, 180, 365];
export const CUSTOM = 'custom';

/** The lifetime as the user leaves it: a choice of the list, and a day where the choice is a day of their own. */
export type LifetimeChoice = { choice: string; day: string };

/** The lifetime of the list that is nearest above so many days. */
export function choiceFor(days: number): LifetimeChoice {
  return { choice: String(LIFETIMES.find((each) => each >= days) ?? 365), day: '' };
}

/** The end of that day on the user's own calendar; a day that is no date ends in the past, and is refused as such. */
function endOfDay(day: string): number {
  const end = new Date(`${day}T23:59:59`).getTime();
  return Number.isNaN(end) ? 0 : end;
}

export function lifetimeOf({ choice, day }: LifetimeChoice): Lifetime {
  return choice === CUSTOM ? { until: endOfDay(day) } : { days: Number(choice) };
}

type Props = { value: LifetimeChoice; onChange: (value: LifetimeChoice) => void; before?: Option[] };

/** How long a token is to live; `before` are choices of another kind, which come first. */
export function LifetimeField({ value, onChange, before = [] }: Props) {
  const options = [
    ...before,
    ...LIFETIMES.map((days) => ({ value: String(days), label: daysInWords(days) })),
    { value: CUSTOM, label: m('custom_date') },
  ];
  return (
    <>
      <Choice
        label={m('lifetime')}
        value={value.choice}
        options={options}
        onChange={(choice) => onChange({ ...value, choice })}
      />
      {value.choice === CUSTOM && (
        <Field label={m('expiry_date')}>
          <input
            type="date"
            value={value.day}
            onInput={(event) => onChange({ ...value, day: event.currentTarget.value })}
          />
        </Field>
      )}
    </>
  );
}
