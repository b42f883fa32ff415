/** Base62 as .NET's library of that name has it. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const rotated = (value: number, by: number) => ((value << by) | (value >>> (32 - by))) >>> 0;

/** One round of Marvin32. */
function mixed([low, high]: readonly [number, number]): [number, number] {
  let [p0, p1] = [low, (high ^ low) >>> 0];
  p0 = (rotated(p0, 20) + p1) >>> 0;
  p1 = (rotated(p1, 9) ^ p0) >>> 0;
  p0 = (rotated(p0, 27) + p1) >>> 0;
  return [p0, rotated(p1, 19)];
}

/**
 * Marvin32, a checksum with a seed, of whole words: a number of bytes that four divides. Source: microsoft/SymCrypt,
 * lib/marvin32.c, and the test vectors in microsoft/security-utilities.
 */
export function marvin32(bytes: readonly number[], seed: readonly [low: number, high: number]): number {
  let state: [number, number] = [seed[0], seed[1]];
  for (let at = 0; at < bytes.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(at, at + 4);
    state = mixed([(state[0] + ((a | (b << 8) | (c << 16) | (d << 24)) >>> 0)) >>> 0, state[1]]);
  }
  const [low, high] = mixed(mixed([(state[0] + 0x80) >>> 0, state[1]]));
  return (low ^ high) >>> 0;
}

/** "Default0", the seed of every key of this form. */
const SEED = [0x756c7430, 0x44656661] as const;

/** The digits of base 64, whose letters come before its numbers. */
const DIGITS_64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** What four letters at a time say in base 64: three bytes. */
const bytesOf = (text: string): number[] =>
  (text.match(/.{4}/g) ?? []).flatMap((four) => {
    const held = [...four].reduce((number, digit) => number * 64 + DIGITS_64.indexOf(digit), 0);
    return [(held >> 16) & 255, (held >> 8) & 255, held & 255];
  });

/** Where the check stands: the last four of 84 letters and digits. */
const CHECK_AT = 80;

/** The bytes of a number, read as one number from the first to the last, in base 62; those of zero at its beginning stay. */
function inBase62(bytes: readonly number[]): string {
  let rest = bytes.reduce((number, byte) => number * 256 + byte, 0);
  let text = '';
  for (; rest > 0; rest = Math.floor(rest / 62)) text = `${DIGITS.charAt(rest % 62)}${text}`;
  const zeros = Math.max(
    0,
    bytes.findIndex((byte) => byte !== 0),
  );
  return `${'0'.repeat(zeros)}${text}`.padEnd(6, '0');
}

/**
 * Whether the check at the end of a token of 84 fits the rest of it. Source: Microsoft's security-utilities (MIT), which makes
 * and finds keys of this form: `IdentifiableSecrets.TryValidateCommonAnnotatedKey`, which takes the check in base 62 and,
 * of older keys, in base 64 (docs/decisions/029).
 */
export function markedCheckFits(token: string): boolean {
  const bytes = bytesOf(token.slice(0, CHECK_AT));
  const sum = marvin32(bytes, SEED);
  const ofSum = [0, 8, 16, 24].map((by) => (sum >>> by) & 255);
  const check = token.slice(CHECK_AT);
  return check === inBase62(ofSum).slice(0, 4) || bytesOf(check).every((byte, at) => byte === ofSum[at]);
}
