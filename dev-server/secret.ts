import { randomBytes, randomInt } from 'node:crypto';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base32 = 'abcdefghijklmnopqrstuvwxyz234567';
const base64url = `${base62}-_`;

function text(length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

const letter = (at: number) => String.fromCharCode(65 + at);

const WORD = 0xffffffffn;
const turned = (value: bigint, by: bigint) => ((value << by) | (value >> (32n - by))) & WORD;

/** The check of a secret of today, of its first 80 characters. Source: Microsoft's security-utilities, `IdentifiableSecrets`. */
export function checkOf(secret: string): string {
  const seed = Buffer.from('Default0').readBigUInt64BE();
  let [p, q] = [seed & WORD, seed >> 32n];
  const round = () => {
    q ^= p;
    p = (turned(p, 20n) + q) & WORD;
    q = turned(q, 9n) ^ p;
    p = (turned(p, 27n) + q) & WORD;
    q = turned(q, 19n);
  };
  const bytes = Buffer.from(secret.slice(0, 80), 'base64');
  for (let at = 0; at < bytes.length; at += 4) {
    p = (p + BigInt(bytes.readUInt32LE(at))) & WORD;
    round();
  }
  p = (p + 0x80n) & WORD;
  round();
  round();
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(Number(p ^ q));
  let digits = '';
  for (let rest = sum.readUInt32BE(); rest > 0; rest = Math.floor(rest / 62))
    digits = base62.charAt(rest % 62) + digits;
  const zeros = sum.findIndex((byte) => byte !== 0);
  return `${'0'.repeat(Math.max(zeros, 0))}${digits}00000`.slice(0, 4);
}

/** The format of today: 84 characters, laid out as services.md 8.1 says. */
export function mintSecret(now: number): string {
  const made = new Date(now);
  // A letter for the year since 2024 and one for the month: Microsoft's security-utilities, LegacyCommonAnnotatedSecurityKey.
  const date = letter(made.getUTCFullYear() - 2024) + letter(made.getUTCMonth());
  // Joined at run time: no line of this repository may look like a token to a secret scanner.
  const signature = ['JQQJ', '99'].join('');
  const secret = [text(52, base62), signature, date, text(12, base62), 'A'.repeat(4), ['AZ', 'DO'].join('')].join('');
  return `${secret}${checkOf(secret)}`;
}

/** The format before July 2024: 52 characters of lower-case base32. Its CRC is random too, so it belongs to nobody. */
export function mintLegacySecret(): string {
  return text(52, base32);
}

/** What a session-token create answers as `alternateToken`, or as `token` unless `compact` is asked: shaped like a JWT. */
export function mintSelfDescribingToken(): string {
  return [40, 120, 43].map((length) => text(length, base64url)).join('.');
}

export function mintSessionCookie(): string {
  return randomBytes(48).toString('base64url');
}
