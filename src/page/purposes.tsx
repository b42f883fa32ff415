import * as deeds from '../ui/deeds/purposes';
import { changeSettings } from '../ui/deeds/settings';
import { imported, purposes } from '../ui/stores/purposes';
import { settings } from '../ui/stores/settings';
import { ConfirmImport } from '../ui/views/settings/confirm-import';
import { Purposes } from '../ui/views/settings/purposes';

/** The part of the settings about purposes, and what its buttons do. */
export function PurposesSection({ titleId }: { titleId: string }) {
  return (
    <>
      <Purposes
        titleId={titleId}
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
