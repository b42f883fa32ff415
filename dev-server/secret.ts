import { randomBytes, randomInt } from 'node:crypto';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base32 = 'abcdefghijklmnopqrstuvwxyz234567';
const base64url = `${base62}-_`;

function text(length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

const letter = (at: number) => String.fromCharCode(65 + at);

/** The format of today: 84 characters, laid out as services.md 8.1 says, with random characters where the checksum stands. */
export function mintSecret(now: number): string {
  const made = new Date(now);
  // A letter for the year since 2024 and one for the month: Microsoft's security-utilities, LegacyCommonAnnotatedSecurityKey.
  const date = letter(made.getUTCFullYear() - 2024) + letter(made.getUTCMonth());
  // Joined at run time: no line of this repository may look like a token to a secret scanner.
  const signature = ['JQQJ', '99'].join('');
  return [
    text(52, base62),
    signature,
    date,
    text(12, base62),
    'A'.repeat(4),
    ['AZ', 'DO'].join(''),
    text(4, base62),
  ].join('');
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
