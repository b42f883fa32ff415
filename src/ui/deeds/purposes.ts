import { call } from '../../contract/call';
import { MAX_OWN, withoutPurpose, withPurpose } from '../../core/purposes/changes';
import { LONGEST, purposeFile, readPurposeFile } from '../../core/purposes/file';
import { entriesOf, withEntries } from '../../core/purposes/import';
import type { Purpose } from '../../core/purposes/purpose';
import type { Purposes } from '../../core/purposes/purposes';
import { reservedNames } from '../../platform/in-words/purposes';
import { message as m } from '../../platform/message';
import { download } from '../exports/download';
import { say, warn } from '../stores/notice';
import { imported, purposes } from '../stores/purposes';
import { fileFaultText, importedText } from '../words/import';
import { explain } from './doing';

/** Keeps the purposes; they are shown at once, so that the next press begins with what this one has done. */
export async function savePurposes(changed: Purposes): Promise<boolean> {
  purposes.value = changed;
  const saved = await call('purposes.save', { purposes: changed });
  if (!saved.ok) explain(saved.failure, '');
  return saved.ok;
}

export async function keepPurpose(purpose: Purpose): Promise<void> {
  if (await savePurposes(withPurpose(purposes.value, purpose))) say(m('purpose_saved', purpose.name));
}

export async function deletePurpose({ id, name }: Purpose): Promise<void> {
  if (await savePurposes(withoutPurpose(purposes.value, id))) say(m('purpose_deleted', name));
}

export function exportPurposes(): void {
  download('patina-purposes.json', purposeFile(entriesOf(purposes.value)));
}

/** Reads the purposes of a file, for the user to look at. Where anything in it is wrong, it says what. */
export async function importPurposes(file: Blob): Promise<void> {
  // No letter takes more than four bytes; what is longer than may be is not read to its end.
  const read = readPurposeFile(await file.slice(0, 4 * LONGEST + 4).text(), reservedNames());
  if (!read.ok) return warn(fileFaultText(read));
  const found = withEntries(purposes.value, read.entries, () => crypto.randomUUID());
  if (found.purposes.own.length > MAX_OWN) return warn(m('import_too_many', String(MAX_OWN)));
  if (found.changes.length === 0) return say(importedText(found));
  imported.value = found;
}

export function dropImport(): void {
  imported.value = null;
}

/** Keeps what the user has looked at. */
export async function keepImport(): Promise<void> {
  const found = imported.value;
  dropImport();
  if (found && (await savePurposes(found.purposes))) say(importedText(found));
}
