import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { constants, inflateRawSync, inflateSync } from 'node:zlib';

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
    ['percent-encoded, lower case', percent.toLowerCase()],
    ['escaped as in JSON', escaped],
    ['escaped as in JSON, within JSON', escaped.replaceAll('\\', '\\\\')],
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

/** What is cut off, or has something behind it, is unpacked as far as it goes. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 * 1024 };

/** Of gzip: ten bytes, and perhaps a name. What is behind the packed part does not matter then, as it would for the whole. */
const endOfHeader = (bytes: Buffer) => ((bytes[3] ?? 0) & 8 ? bytes.indexOf(0, 10) + 1 : 10);

/** How what is packed begins, and how it is unpacked: gzip, zlib at its three usual levels, and a file in a zip archive. */
const PACKED: { encoding: string; begins: Buffer; unpack: (bytes: Buffer) => Buffer }[] = [
  {
    encoding: 'gzip',
    begins: Buffer.from([0x1f, 0x8b, 8]),
    unpack: (bytes) => inflateRawSync(bytes.subarray(endOfHeader(bytes)), LENIENT),
  },
  ...[0x01, 0x9c, 0xda].map((level) => ({
    encoding: 'zlib',
    begins: Buffer.from([0x78, level]),
    unpack: (bytes: Buffer) => inflateSync(bytes, LENIENT),
  })),
  {
    encoding: 'zip',
    begins: Buffer.from('PK\u0003\u0004'),
    unpack: (bytes) => inflateRawSync(bytes.subarray(30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28)), LENIENT),
  },
];

/** No answer and no file of a few tokens is longer; what only looks packed ends at its first wrong byte. */
const LONGEST = 4 * 1024 * 1024;

function unpackedFrom(bytes: Buffer, { begins, unpack }: (typeof PACKED)[number]): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(begins); at >= 0; at = bytes.indexOf(begins, at + 1)) {
    try {
      found.push(unpack(bytes.subarray(at, at + LONGEST)));
    } catch {
      // It was none.
    }
  }
  return found;
}

/** How a secret is written in some bytes, in each way in which it is. */
export function waysIn(bytes: Buffer, secret: string): string[] {
  const needles = needlesFor(secret);
  const plainly = (part: Buffer) =>
    needles.filter((needle) => part.includes(needle.bytes)).map((each) => each.encoding);
  const packed = PACKED.flatMap((way) =>
    unpackedFrom(bytes, way).flatMap((part) => plainly(part).map((encoding) => `${encoding} in ${way.encoding}`)),
  );
  return [...new Set([...plainly(bytes), ...packed])];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

/** Where in the files of a folder a secret can be found, and how it is written there. */
export function findSecret(folder: string, secret: string): string[] {
  return filesIn(folder).flatMap((file) =>
    waysIn(readFileSync(file), secret).map((way) => `${path.relative(folder, file)}: ${way}`),
  );
}
