import * as deeds from '../ui/deeds/purposes';
import { changeSettings } from '../ui/deeds/settings';
import { imported, purposes } from '../ui/stores/purposes';
import { settings } from '../ui/stores/settings';
import { ConfirmImport } from '../ui/views/purposes/confirm-import';
import { Purposes } from '../ui/views/purposes/purposes';

/** What tokens are for, and what the buttons there do. */
export function PurposesView() {
  return (
    <>
      <Purposes
        purposes={purposes.value}
        note={settings.value.nameNote}
        onChange={deeds.savePurposes}
        onSave={deeds.keepPurpose}
        onDelete={deeds.deletePurpose}
        onExport={deeds.exportPurposes}
        onImport={deeds.importPurposes}
        onNote={(nameNote) => changeSettings({ nameNote })}
      />
      {imported.value && (
        <ConfirmImport imported={imported.value} onKeep={deeds.keepImport} onCancel={deeds.dropImport} />
      )}
    </>
  );
}
