import { useEffect } from 'preact/hooks';
import { inBackground } from '../../platform/log';
import * as state from '../state';
import { answer, loadReminders, saidOf } from '../stores/reminders';
import { Reminding } from '../views/details/reminding';

/** The reminders of one token, beside its details. */
export function RemindingOf({ row }: { row: state.Row }) {
  useEffect(() => inBackground('reminders', loadReminders()), []);
  return (
    <Reminding
      row={row}
      days={state.settings.value.remindDays}
      told={saidOf(row)}
      localNow={state.localNow.value}
      onAnswer={(given) => answer(row, given)}
    />
  );
}
