import * as z from 'zod/mini';
import { jsonPlaces, lineAt } from './json-places';
import { Purpose } from './purpose';
import { isReservedId } from './purpose-catalogue';

/** Why a file of purposes cannot be taken; a field's name where the field is missing or not acceptable. */
export type PurposeFileFault =
  | 'syntax'
  | 'too-long'
  | 'not-purposes'
  | 'unknown-version'
  | 'entry'
  | 'unknown-field'
  | 'reserved-id'
  | 'repeated-id'
  | keyof Purpose;

/** `line`: where the text stops being JSON, or where the entry that is wrong begins; counted from 1. */
export type PurposeFile = { ok: true; purposes: Purpose[] } | { ok: false; line: number; reason: PurposeFileFault };

/** Far more than anyone's purposes; a file that somebody chose by mistake is not read to its end. */
const LONGEST = 1_000_000;
const VERSION = 1;

const Header = z.object({ patina: z.literal('purposes') });
const Version = z.object({ version: z.literal(VERSION) });
const Entries = z.object({ purposes: z.array(z.unknown()) });
const Entry = z.strictObject(Purpose.shape);
const Field = z.keyof(Purpose);

/** The text of a file from which `readPurposeFile` reads the same purposes: the user's own, for built-in ones are refused. */
export function purposeFile(purposes: readonly Purpose[]): string {
  const own = purposes.map((purpose) => Purpose.parse(purpose));
  return `${JSON.stringify({ patina: 'purposes', version: VERSION, purposes: own }, null, 2)}\n`;
}

type Fault = { at: string; reason: PurposeFileFault };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON text means this
  }
}

function faultOf(issue: z.core.$ZodIssue | undefined): PurposeFileFault {
  if (issue?.code === 'unrecognized_keys') return 'unknown-field';
  const field = Field.safeParse(issue?.path[0]);
  return field.success ? field.data : 'entry';
}

function readEntries(entries: unknown[]): Purpose[] | Fault {
  const purposes = new Map<string, Purpose>();
  for (const [index, entry] of entries.entries()) {
    const at = `/purposes/${index}`;
    const read = Entry.safeParse(entry);
    if (!read.success) return { at, reason: faultOf(read.error.issues[0]) };
    if (isReservedId(read.data.id)) return { at, reason: 'reserved-id' };
    if (purposes.has(read.data.id)) return { at, reason: 'repeated-id' };
    purposes.set(read.data.id, read.data);
  }
  return [...purposes.values()];
}

function readContent(content: unknown): Purpose[] | Fault {
  if (!Header.safeParse(content).success) return { at: '/patina', reason: 'not-purposes' };
  if (!Version.safeParse(content).success) return { at: '/version', reason: 'unknown-version' };
  const entries = Entries.safeParse(content);
  return entries.success ? readEntries(entries.data.purposes) : { at: '/purposes', reason: 'not-purposes' };
}

/** Reads a file of purposes: all of them, or the first thing that is wrong and its line. Never throws. */
export function readPurposeFile(file: string): PurposeFile {
  const text = file.replace(/^\uFEFF/, '');
  if (text.length > LONGEST) return { ok: false, line: 1, reason: 'too-long' };
  const { starts, stop } = jsonPlaces(text);
  if (stop !== null) return { ok: false, line: lineAt(text, stop), reason: 'syntax' };
  const read = readContent(parsed(text));
  if (Array.isArray(read)) return { ok: true, purposes: read };
  return { ok: false, line: lineAt(text, starts.get(read.at) ?? starts.get('') ?? 0), reason: read.reason };
}
