import { crc32, gzipSync } from 'node:zlib';

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
