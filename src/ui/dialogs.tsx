import { asked, stopAsking } from './acts';
import { ConfirmRevoke } from './components/confirm-revoke';
import { later } from './later';
import type { Row } from './state';
import { edit, extend } from './stores/changes';
import { revoke } from './stores/revokes';

const ExtendToken = later(async () => (await import('./components/extend-token')).ExtendToken);
const EditToken = later(async () => (await import('./components/edit-token')).EditToken);

const dialogs = {
  extend: (row: Row) => <ExtendToken row={row} onExtend={(to) => extend(row, to)} onClose={stopAsking} />,
  edit: (row: Row) => <EditToken row={row} onSave={(change) => edit(row, change)} onClose={stopAsking} />,
  revoke: (row: Row) => <ConfirmRevoke row={row} onRevoke={revoke} onClose={stopAsking} />,
  duplicate: () => null, // asks on a screen of its own
};

/** The question that is asked about a token, if there is one: above whatever screen is shown. */
export function Dialogs() {
  const question = asked.value;
  return question && dialogs[question.action](question.row);
}
