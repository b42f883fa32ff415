import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

type Needle = { encoding: string; bytes: Buffer };

const hexOf = (bytes: Buffer) => bytes.toString('hex');

/**
 * Base64 of a text inside a longer one: what surrounds it decides at which of three places in a group it begins, and its
 * first and last digits are shared with the neighbours.
 */
function inBase64(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const digits = Buffer.from('x'.repeat(before) + text).toString('base64');
    return digits.slice(before === 0 ? 0 : before + 1, -4);
  });
}

/** Every way in which a secret could be written somewhere. */
function needlesFor(secret: string): Needle[] {
  const utf8 = Buffer.from(secret);
  const utf16 = Buffer.from(secret, 'utf16le');
  const percent = hexOf(utf8).toUpperCase().replace(/../g, '%$&');
  const escaped = hexOf(utf8).replace(/../g, '\\u00$&');
  const texts: [string, string][] = [
    ['hexadecimal', hexOf(utf8)],
    ['hexadecimal, upper case', hexOf(utf8).toUpperCase()],
    ['percent-encoded', percent],
    ['escaped as in JSON', escaped],
    ['reversed', [...secret].reverse().join('')],
    ...inBase64(secret).flatMap((digits): [string, string][] => [
      ['base64', digits],
      ['base64 for addresses', digits.replaceAll('+', '-').replaceAll('/', '_')],
    ]),
    // What is cut up, or packed by a compression that keeps long runs whole.
    ...[0, 20, 40].map((from): [string, string] => ['a piece of 12 letters', secret.slice(from, from + 12)]),
  ];
  return [
    { encoding: 'plain', bytes: utf8 },
    { encoding: 'UTF-16 little endian', bytes: utf16 },
    { encoding: 'UTF-16 big endian', bytes: Buffer.from(utf16).swap16() },
    ...texts.map(([encoding, text]) => ({ encoding, bytes: Buffer.from(text) })),
  ];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

/** Where in the files of a folder a secret can be found, and how it is written there. */
export function findSecret(folder: string, secret: string): string[] {
  const needles = needlesFor(secret);
  return filesIn(folder).flatMap((file) => {
    const bytes = readFileSync(file);
    const found = needles.filter((needle) => bytes.includes(needle.bytes));
    return found.map(({ encoding }) => `${path.relative(folder, file)}: ${encoding}`);
  });
}
