import * as z from 'zod/mini';

const LEGACY = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/;
const ISO = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?$/i;

/** No date of JavaScript's is further from 1970, in milliseconds. */
const LAST_INSTANT = 8.64e15;

/** Where the second year begins: what is of the first is .NET's "no date". */
const SECOND_YEAR = -62_104_060_800_000;

/** How nearly all dates are written: in UTC, on a day that every month has. */
const PLAIN = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z?$/;

/** The digit there, in its place; 0 where there is none any more. */
function digit(text: string, at: number, worth: number): number {
  const value = text.charCodeAt(at) - 48; // the code of 0
  return value >= 0 && value <= 9 ? worth * value : 0;
}

const pair = (text: string, at: number) => digit(text, at, 10) + digit(text, at + 1, 1);

/** The same of a date that is written so: a list of ten thousand tokens has twice as many. */
function plainDate(text: string): number {
  const year = 100 * pair(text, 0) + pair(text, 2);
  const milliseconds = digit(text, 20, 100) + digit(text, 21, 10) + digit(text, 22, 1);
  const seconds = 3600 * pair(text, 11) + 60 * pair(text, 14) + pair(text, 17);
  return Date.UTC(year, pair(text, 5) - 1, pair(text, 8)) + 1000 * seconds + milliseconds;
}

/**
 * A server's date as milliseconds since 1970, or `null` if it is none. Azure DevOps writes 0 to 7 decimals, sometimes
 * without a zone (UTC), and `/Date(ms)/` when asked for `msDateFormat`; `0001-01-01` is .NET's "no date".
 * Source: services.md 1.3 and 12.4.
 */
export function parseDate(text: string): number | null {
  if (PLAIN.test(text)) return plainDate(text);
  const legacy = LEGACY.exec(text)?.[1];
  if (legacy !== undefined) {
    const known = Number(legacy) >= SECOND_YEAR && Number(legacy) <= LAST_INSTANT;
    return known ? Number(legacy) : null;
  }
  const [, seconds, decimals = '', zone = 'Z'] = ISO.exec(text) ?? [];
  if (seconds === undefined || seconds.startsWith('0001-')) return null;
  const milliseconds = decimals.padEnd(3, '0').slice(0, 3);
  const instant = Date.parse(`${seconds}.${milliseconds}${zone.toUpperCase()}`);
  return Number.isNaN(instant) ? null : instant;
}

/** A date field on the wire; whatever cannot be read is `null`. */
export const WireDate = z.pipe(
  z.unknown(),
  z.transform((value) => (typeof value === 'string' ? parseDate(value) : null)),
);
