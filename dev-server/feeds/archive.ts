import { crc32, gzipSync, inflateRawSync } from 'node:zlib';

/** Paths and their text, all ASCII. */
export type Files = Record<string, string>;

/** The 512 bytes before a file in a tar, in its "ustar" form. */
function tarHeader(path: string, size: number): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  header.write(path, 0);
  header.write(octal(0o644, 7) + octal(0, 7) + octal(0, 7) + octal(size, 11) + octal(0, 11), 100);
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

export function tarball(files: Files): Buffer {
  const entries = Object.entries(files).flatMap(([path, text]) => {
    const padded = Buffer.alloc(Math.ceil(text.length / 512) * 512);
    padded.write(text);
    return [tarHeader(path, text.length), padded];
  });
  return gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)]));
}

/** What the two headers of a file in a zip have in common: stored as it is, made on 1980-01-01. */
function zipFields(text: string, path: string): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(crc32(text), 10);
  fields.writeUInt32LE(text.length, 14);
  fields.writeUInt32LE(text.length, 18);
  fields.writeUInt16LE(path.length, 22);
  return fields;
}

function signature(letters: string, ...rest: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(letters, 'latin1'), ...rest]);
}

export function zip(files: Files): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const fields = zipFields(text, path);
    const entry = signature('PK\x03\x04', fields, Buffer.from(path + text));
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(signature('PK\x01\x02', Buffer.from([20, 0]), fields, place, Buffer.from(path)));
    local.push(entry);
    offset += entry.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(local.length, 4);
  end.writeUInt16LE(local.length, 6);
  end.writeUInt32LE(Buffer.concat(central).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, ...central, signature('PK\x05\x06', end)]);
}

const endOf = (archive: Buffer) => archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');

/** The zip among other bytes. */
export function zipIn(bytes: Buffer): Buffer | undefined {
  const [start, end] = [bytes.indexOf('PK\x03\x04', 0, 'latin1'), endOf(bytes)];
  return start === -1 || end === -1 ? undefined : bytes.subarray(start, end + 22 + bytes.readUInt16LE(end + 20));
}

/** The text of the first file in a zip whose path will do, found by the list at its end. */
export function unzip(archive: Buffer, isWanted: (path: string) => boolean): string | undefined {
  let at = archive.readUInt32LE(endOf(archive) + 16);
  while (archive.toString('latin1', at, at + 4) === 'PK\x01\x02') {
    const [length, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const path = archive.toString('utf8', at + 46, at + 46 + (length ?? 0));
    if (isWanted(path)) return contentAt(archive, at);
    at += 46 + (length ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return undefined;
}

/** Of the entry that is described there: as it is, or deflated. */
function contentAt(archive: Buffer, entry: number): string {
  const local = archive.readUInt32LE(entry + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const bytes = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
  return (archive.readUInt16LE(entry + 10) === 8 ? inflateRawSync(bytes) : bytes).toString();
}
