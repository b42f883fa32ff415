const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What a text in base64 says, or nothing where that is no text. Bytes of zero are left out: PowerShell writes two for a letter. */
export function readBase64(text: string): string | undefined {
  const digits = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  let [held, bits, said] = [0, 0, ''];
  for (const digit of digits) {
    held = ((held << 6) | DIGITS.indexOf(digit)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = (held >> bits) & 0xff;
    const isText = byte === 0 || (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13;
    if (!isText) return undefined;
    if (byte !== 0) said += String.fromCharCode(byte);
  }
  return said;
}

/** What no eye sees between letters, and what JSON and shells write for a line's end or a sign. */
export function tidied(text: string): string {
  return text
    .replaceAll('\0', '')
    .replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll(/\\u00([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\[nrtbf"/]/g, '  ');
}

/** What an address says, where it has letters written by their numbers. */
export const readPercent = (text: string): string =>
  text.replaceAll(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** What mails, programs and shells put before and behind the parts of a text that goes on in the next line. */
const BEFORE = /^\s*(?:(?:>|\||#|\/\/|\*)\s*)*[+.&]?\s*[\x22\x27\x60]?/;
const withoutEnd = (line: string) =>
  line
    .trimEnd()
    .replace(/[\\+.\x60^&=]$/, '')
    .trimEnd()
    .replace(/[\x22\x27\x60]$/, '');

/** What a line ends with that is shorter is no part of a token. */
const SHORTEST = 4;

const IN_RUN = /[A-Za-z0-9+/_-]/;
const RUN_AT_START = /^[A-Za-z0-9+/_-]+={0,2}/;

/** By hand, since an expression that is tied to the end alone begins at every letter of a long line. */
function runAtEnd(line: string): string {
  let at = line.length;
  while (at > 0 && IN_RUN.test(line.charAt(at - 1))) at -= 1;
  return line.slice(at);
}

/** A text that goes on over several lines, with the line in which it begins, from 0. */
export type Joined = { text: string; line: number };

/** The run at the end of one line, with all before line `end` that may continue it: each longer than the one before. */
function from(lines: readonly string[], line: number, end: number): Joined[] {
  const longer: Joined[] = [];
  let text = runAtEnd(withoutEnd(lines[line] ?? ''));
  if (text.length < SHORTEST) return longer;
  for (let next = line + 1; next < end; next += 1) {
    const rest = lines[next]?.replace(BEFORE, '') ?? '';
    const more = RUN_AT_START.exec(rest)?.[0];
    if (more === undefined) break;
    text += more;
    longer.push({ text, line });
    if (withoutEnd(rest.slice(more.length)) !== '') break;
  }
  return longer;
}

/**
 * What a text may say where its lines were broken: short joins of few lines, in which a token can be, and whole blocks,
 * which can be base64.
 */
export function joinedLines(text: string): { short: Joined[]; blocks: Joined[] } {
  const lines = text.split(/\r?\n/);
  const [short, blocks]: [Joined[], Joined[]] = [[], []];
  let blockEnds = 0;
  lines.forEach((_, line) => {
    if (line < blockEnds - 1) {
      short.push(...from(lines, line, Math.min(line + 6, lines.length)));
      return;
    }
    const all = from(lines, line, lines.length);
    short.push(...all.slice(0, 5));
    blocks.push(...all.slice(-2)); // the last line may be a word that does not belong to it
    blockEnds = line + all.length + 1;
  });
  return { short, blocks };
}
