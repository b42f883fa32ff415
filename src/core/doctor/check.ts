/** Base32 as these tokens have it (RFC 4648, in small letters). */
const DIGITS = 'abcdefghijklmnopqrstuvwxyz234567';

function bytesOf(text: string): number[] {
  const bits = [...text].map((digit) => DIGITS.indexOf(digit).toString(2).padStart(5, '0')).join('');
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    Number.parseInt(bits.slice(8 * at, 8 * at + 8), 2),
  );
}

/** The everyday CRC-32 (reflected, polynomial 0xEDB88320). */
function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Where in the 32 bytes the check stands, from its lowest byte to its highest. */
const CHECK_AT = [22, 8, 7, 2];

/** What is mixed into the check: of a person's token, and of an application's. */
const SEEDS = [0xe0b9692d, 0x1019f92e];

/**
 * Whether the check inside a token of 52 letters and digits fits the rest of it, which that of a mistyped one does not.
 * Source: services.md 8.1, which has it from Microsoft's security-utilities (SEC101/102).
 */
export function checkFits(token: string): boolean {
  const bytes = bytesOf(token);
  const crc = crc32(bytes.filter((_, at) => !CHECK_AT.includes(at)));
  const found = CHECK_AT.reduce((sum, at, place) => sum + (bytes[at] ?? 0) * 256 ** place, 0);
  return SEEDS.some((seed) => (crc ^ seed) >>> 0 === found);
}
