import * as z from 'zod/mini';
import { DEFAULT_SETTINGS, PORTABLE, type Portable, type Settings, withSetting } from '../settings';
import { MAX_OWN } from './changes';
import { jsonPositions, type Position, positionAt } from './json-positions';
import { isSameName, nameFault } from './name';
import { Purpose } from './purpose';

/** A purpose as it stands in a file: known by its name, since an id says nothing to the next reader. */
const Entry = z.strictObject({
  name: Purpose.shape.name,
  scopes: Purpose.shape.scopes,
  days: Purpose.shape.days,
  note: Purpose.shape.note,
  pinned: z.exactOptional(z.boolean()),
});
export type Entry = z.output<typeof Entry>;

/** Why a file of purposes cannot be taken; a field's name where the field is missing or not acceptable. */
export type FileFault =
  | 'syntax'
  | 'too-long'
  | 'not-purposes'
  | 'unknown-version'
  | 'too-many'
  | 'entry'
  | 'unknown-field'
  | 'hidden-signs'
  | 'several-scripts'
  | 'reserved-name'
  | 'repeated-name'
  | 'settings'
  | keyof Entry;

/** `position`: where the text stops being JSON, or where the entry that is wrong begins. */
export type PurposeFile =
  | { ok: true; entries: Entry[]; settings?: Chosen }
  | { ok: false; position: Position; reason: FileFault };

/** Far more than anyone's purposes; a file that somebody chose by mistake is not read to its end. */
export const LONGEST = 1_000_000;
const VERSION = 1;

const Header = z.object({ patina: z.literal('purposes') });
const Version = z.object({ version: z.literal(VERSION) });
const Entries = z.object({ purposes: z.array(z.unknown()) });
const Chosen = z.object({ settings: z.exactOptional(z.record(z.string(), z.unknown())) });

/** Settings that a file may have beside the purposes. */
export type Chosen = Partial<Pick<Settings, Portable>>;
const Field = z.keyof(Entry);

/** The text of a file from which `readPurposeFile` reads the same. */
export function purposeFile(entries: readonly Entry[], settings?: Chosen): string {
  const content = { patina: 'purposes', version: VERSION, purposes: entries, ...(settings && { settings }) };
  return `${JSON.stringify(content, null, 2)}\n`;
}

type Fault = { at: string; reason: FileFault };

function faultOf(issue: z.core.$ZodIssue | undefined): FileFault {
  if (issue?.code === 'unrecognized_keys') return 'unknown-field';
  const field = Field.safeParse(issue?.path[0]);
  return field.success ? field.data : 'entry';
}

function readEntry(given: unknown, before: Entry[], reserved: readonly string[]): Entry | FileFault {
  if (before.length >= MAX_OWN) return 'too-many';
  const read = Entry.safeParse(given);
  if (!read.success) return faultOf(read.error.issues[0]);
  const fault = nameFault(read.data.name);
  if (fault) return fault;
  const isNamed = (name: string) => isSameName(name, read.data.name);
  if (reserved.some(isNamed)) return 'reserved-name';
  return before.some(({ name }) => isNamed(name)) ? 'repeated-name' : read.data;
}

function readEntries(given: unknown[], reserved: readonly string[]): Entry[] | Fault {
  const entries: Entry[] = [];
  for (const [index, each] of given.entries()) {
    const read = readEntry(each, entries, reserved);
    if (typeof read === 'string') return { at: `/purposes/${index}`, reason: read };
    entries.push(read);
  }
  return entries;
}

function readSettings(given: Readonly<Record<string, unknown>>): Chosen | Fault {
  for (const [name, value] of Object.entries(given)) {
    const known = PORTABLE.find((each) => each === name);
    if (!known || withSetting(DEFAULT_SETTINGS, known, value) === null)
      return { at: `/settings/${name}`, reason: 'settings' };
  }
  return given as Chosen; // each was just seen to be one
}

type Content = { entries: Entry[]; settings?: Chosen };

const isFault = (read: object): read is Fault => 'reason' in read;

function readContent(content: unknown, reserved: readonly string[]): Content | Fault {
  if (!Header.safeParse(content).success) return { at: '/patina', reason: 'not-purposes' };
  if (!Version.safeParse(content).success) return { at: '/version', reason: 'unknown-version' };
  const entries = Entries.safeParse(content);
  if (!entries.success) return { at: '/purposes', reason: 'not-purposes' };
  const read = readEntries(entries.data.purposes, reserved);
  if (isFault(read)) return read;
  const chosen = Chosen.safeParse(content);
  if (!chosen.success) return { at: '/settings', reason: 'settings' };
  if (chosen.data.settings === undefined) return { entries: read };
  const settings = readSettings(chosen.data.settings);
  return isFault(settings) ? settings : { entries: read, settings };
}

/**
 * Reads a file of purposes: all of them, or the first thing that is wrong and its position. Never throws. `reserved` are
 * the names of the purposes that come with Patina.
 */
export function readPurposeFile(file: string, reserved: readonly string[]): PurposeFile {
  const text = file.replace(/^\uFEFF/, '');
  if (text.length > LONGEST) return { ok: false, position: { line: 1, column: 1 }, reason: 'too-long' };
  const { starts, stop } = jsonPositions(text);
  if (stop !== null) return { ok: false, position: positionAt(text, stop), reason: 'syntax' };
  const read = readContent(JSON.parse(text), reserved);
  if (!isFault(read)) return { ok: true, ...read };
  return { ok: false, position: positionAt(text, starts.get(read.at) ?? starts.get('') ?? 0), reason: read.reason };
}
