import * as z from 'zod/mini';
import type { Secret } from '../secret';
import { base64 } from './snippet';

/** How a token of a host was handed over last: nothing of it is secret, and all of it may be out of date. */
export const HandOver = z.object({
  recipe: z.string(),
  /** The one that the user chose, if they did. */
  shell: z.exactOptional(z.enum(['bash', 'powershell'])),
  fields: z.record(z.string(), z.string().check(z.maxLength(400))),
});
export type HandOver = z.output<typeof HandOver>;

export const NOTHING_HANDED_OVER: HandOver = { recipe: '', fields: {} };

/** As long as no name is, and as every secret is: one that was put into a field by mistake must not reach the disk. */
const LIKE_SECRET = /[A-Za-z0-9+/=]{40,}/;
/** The same where what stood between its letters is gone: names of many words have no digits in all of that. */
const LIKE_BROKEN_SECRET = /(?=[A-Za-z]*\d)[A-Za-z0-9+/=]{40,}/;

/** A piece of this length is nobody's name. Enough is left to guess where less was kept. */
const PIECE = 20;

/** Escapes of addresses, of JavaScript and of HTML, one of them each time. */
const ESCAPE = /%([0-9a-f]{2})|\\x([0-9a-f]{2})|\\u00([0-9a-f]{2})|&#x0*([0-9a-f]{2});|&#0*(\d{2,3});/gi;

function decoded(text: string): string {
  const once = text.replace(ESCAPE, (_, ...found: (string | undefined)[]) => {
    const hex = found.slice(0, 4).find((each) => each !== undefined);
    return String.fromCharCode(hex === undefined ? Number(found[4]) : Number.parseInt(hex, 16));
  });
  return once === text ? text : decoded(once); // shorter each time
}

const plain = (text: string) => decoded(text.normalize('NFKC'));

/** Without whatever may have come between the letters: blanks, signs that are not seen, marks of any kind, pictures. */
const joined = (text: string) => text.replace(/[^A-Za-z0-9+/=]/g, '');

/** What a secret looks like in the forms in which tools show it: as it is, in base64 wherever it begins in it, in hexadecimal. */
function formsOf(secret: string): string[] {
  const hex = Array.from(secret, (letter) => letter.charCodeAt(0).toString(16)).join('');
  return [secret, ...['', ':', '::'].map((before) => base64(before + secret)), hex].map((form) =>
    joined(form).toLowerCase(),
  );
}

function hasPieceOf(forms: readonly string[], text: string): boolean {
  const letters = text.toLowerCase();
  return Array.from({ length: Math.max(0, letters.length - PIECE + 1) }, (_, at) => letters.slice(at, at + PIECE)).some(
    (piece) => forms.some((form) => form.includes(piece)),
  );
}

/** What may be remembered while these secrets are there: no field that looks like one, or has a piece of one of them, however it is written. */
export function withoutSecrets(handOver: HandOver, secrets: readonly Secret[] = []): HandOver {
  const forms = secrets.flatMap((secret) => formsOf(secret.reveal()));
  const isSecret = (text: string) =>
    LIKE_SECRET.test(plain(text)) ||
    LIKE_BROKEN_SECRET.test(joined(plain(text))) ||
    hasPieceOf(forms, joined(plain(text)));
  const fields = Object.entries(handOver.fields).filter(([, text]) => !isSecret(text));
  return { ...handOver, fields: Object.fromEntries(fields) };
}
