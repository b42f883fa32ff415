import { useEffect } from 'preact/hooks';
import { isActive } from '../../core/expiry';
import { isMadeByTool } from '../../core/names/tool-made';
import { inBackground } from '../../platform/log';
import { answer } from '../deeds/reminders';
import type { Row } from '../on-screen';
import { localNow } from '../stores/clock';
import { loadReminders, saidOf } from '../stores/reminders';
import { settings } from '../stores/settings';
import { Reminding } from '../views/details/reminding';

/** The reminders of one token, beside its details. */
export function RemindingOf({ row }: { row: Row }) {
  useEffect(() => inBackground('reminders', loadReminders()), []);
  return (
    <Reminding
      row={row}
      days={settings.value.remindDays}
      told={saidOf(row)}
      isRenewed={!settings.value.remindOfRenewed && isMadeByTool(row.token) && isActive(row.token, row.now)}
      localNow={localNow.value}
      onAnswer={(given) => answer(row, given)}
    />
  );
}
