import { DAY } from '../duration';
import { REMIND_DAYS } from '../settings';
import { dueStep } from './steps';
import type { ReminderAnswer, Told } from './told';

/** A record after the user's answer. Who answers looks at the token: nothing that is due by now is news to them. */
export function answered(record: Told, answer: ReminderAnswer, at: { endsAt: number; now: number }): Told {
  const heard = { ...record, snoozedUntil: null, silenced: false, shown: true };
  if (answer === 'snooze') return { ...heard, snoozedUntil: at.now + DAY };
  if (answer === 'stop') return { ...heard, silenced: true };
  const due = dueStep(at.endsAt, [...REMIND_DAYS], at.now);
  return due === undefined || record.steps.includes(due) ? heard : { ...heard, steps: [...record.steps, due] };
}
