import type { FileFault, PurposeFile } from '../../core/purposes/file';
import type { Imported } from '../../core/purposes/import';
import { inSequence, listInWords } from '../../platform/in-words/sequence';
import { type MessageKey, message as m } from '../../platform/message';

const faults = {
  syntax: 'file_syntax',
  'too-long': 'file_too_long',
  'not-purposes': 'file_not_purposes',
  'unknown-version': 'file_unknown_version',
  'too-many': 'file_too_many',
  entry: 'file_entry',
  'unknown-field': 'file_unknown_field',
  'hidden-signs': 'file_hidden_signs',
  'several-scripts': 'file_several_scripts',
  'reserved-name': 'file_reserved_name',
  'repeated-name': 'file_repeated_name',
  settings: 'file_settings',
  name: 'file_name',
  scopes: 'file_scopes',
  days: 'file_days',
  note: 'file_note',
  pinned: 'file_pinned',
} as const satisfies Record<FileFault, MessageKey>;

/** Where a file is wrong, and how. */
export function fileFaultText({ position, reason }: PurposeFile & { ok: false }): string {
  const [line, column] = [String(position.line), String(position.column)];
  const fault = m(faults[reason]);
  return reason === 'syntax' ? m('import_stopped_at', line, column, fault) : m('import_stopped', line, fault);
}

/** What an import has added and replaced, and what to look at. */
export function importedText({ added, replaced, full, unpinned }: Imported): string {
  const say = (key: MessageKey, names: string[]) => (names.length > 0 ? [m(key, listInWords(names))] : []);
  const changes = [...say('import_added', added), ...say('import_replaced', replaced)];
  if (changes.length === 0) changes.push(m('import_nothing'));
  return inSequence(...changes, ...say('import_full', full), ...say('import_unpinned', unpinned));
}
