import { call } from '../../contract/call';
import { decidedBy, settingsUnder } from '../../core/policy/held';
import { MAX_OWN, withoutPurpose, withPurpose } from '../../core/purposes/changes';
import { type Chosen, type Entry, LONGEST, purposeFile, readPurposeFile } from '../../core/purposes/file';
import { entriesOf, type Imported, withEntries } from '../../core/purposes/import';
import type { Purpose } from '../../core/purposes/purpose';
import type { Purposes } from '../../core/purposes/purposes';
import { PORTABLE, type Portable } from '../../core/settings';
import { reservedNames } from '../../platform/in-words/purposes';
import { message as m } from '../../platform/message';
import { download } from '../exports/download';
import { say, warn } from '../stores/notice';
import { policy } from '../stores/policy';
import { imported, purposes, whilePurposesShown } from '../stores/purposes';
import { settings } from '../stores/settings';
import { failureText } from '../words/failures';
import { fileFaultText, importedText } from '../words/import';
import { explain } from './doing';
import { changeSettings } from './settings';

const save = (changed: Purposes) => whilePurposesShown(changed, (all) => call('purposes.save', { purposes: all }));

/** Keeps the purposes. Answers whether they were taken; why not is told. */
export async function savePurposes(changed: Purposes): Promise<boolean> {
  const saved = await save(changed);
  if (!saved.ok) explain(saved.failure, '');
  return saved.ok;
}

/** Answers why it was not taken, for the dialog in which it was typed: nothing else is in sight there. */
export async function keepPurpose(purpose: Purpose): Promise<string | null> {
  const saved = await save(withPurpose(purposes.value, purpose));
  if (!saved.ok) return failureText(saved.failure, { host: '', now: Date.now() });
  say(m('purpose_saved', purpose.name));
  return null;
}

export async function deletePurpose({ id, name }: Purpose): Promise<void> {
  if (await savePurposes(withoutPurpose(purposes.value, id))) say(m('purpose_deleted', name));
}

export function exportPurposes(): void {
  download('patina-purposes.json', purposeFile(entriesOf(purposes.value)));
}

/** The settings that can go to another browser: what an administrator has decided is no choice of the user's. */
function portable(): Chosen {
  const decided = decidedBy(policy.value.policy);
  return Object.fromEntries(
    PORTABLE.filter((name) => !decided.includes(name)).map((name) => [name, settings.value[name]]),
  );
}

/** The same with those settings. */
export function exportChoices(): void {
  download('patina-settings.json', purposeFile(entriesOf(purposes.value), portable()));
}

/** What of these would be another value here, as far as an administrator has left it to the user. */
function newSettings(chosen: Chosen): Chosen {
  const held = settingsUnder(policy.value.policy, { ...settings.value, ...chosen });
  const isNew = (name: Portable) =>
    name in chosen && JSON.stringify(held[name]) !== JSON.stringify(settings.value[name]);
  return Object.fromEntries(PORTABLE.filter(isNew).map((name) => [name, held[name]]));
}

/** What these would make of the purposes as they are by now. Where that were too many, it says so. */
function broughtBy(entries: readonly Entry[]): Imported | null {
  const brought = withEntries(purposes.value, entries, () => crypto.randomUUID());
  if (brought.purposes.own.length <= MAX_OWN) return brought;
  warn(m('import_too_many', String(MAX_OWN)));
  return null;
}

/** Reads the purposes and settings of a file, for the user to look at. Where anything in it is wrong, it says what. */
export async function importPurposes(file: Blob): Promise<void> {
  // No letter takes more than four bytes; what is longer than may be is not read to its end.
  const read = readPurposeFile(await file.slice(0, 4 * LONGEST + 4).text(), reservedNames());
  if (!read.ok) return warn(fileFaultText(read));
  const found = broughtBy(read.entries);
  if (!found) return;
  const changed = newSettings(read.settings ?? {});
  if (found.changes.length === 0 && Object.keys(changed).length === 0) return say(importedText(found));
  imported.value = { changes: found.changes, settings: changed };
}

export function dropImport(): void {
  imported.value = null;
}

/** Keeps what the user has looked at, beside what another page or another browser has done meanwhile. */
export async function keepImport(): Promise<void> {
  const found = imported.value;
  dropImport();
  if (!found) return;
  const { changes } = found;
  const changed = newSettings(found.settings);
  const isOther = Object.keys(changed).length > 0;
  if (isOther && !(await changeSettings(changed))) return;
  if (isOther && changes.length === 0) return say(m('import_settings_kept'));
  const now = broughtBy(changes);
  if (now && (await savePurposes(now.purposes))) say(importedText(now));
}
