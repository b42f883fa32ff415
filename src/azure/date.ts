import * as z from 'zod/mini';

const LEGACY = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/;
const ISO = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?$/i;

/** No date of JavaScript's is further from 1970, in milliseconds. */
const LAST_INSTANT = 8.64e15;

/**
 * A server's date as milliseconds since 1970, or `null` if it is none. Azure DevOps writes 0 to 7 decimals, sometimes
 * without a zone (UTC), and `/Date(ms)/` when asked for `msDateFormat`; `0001-01-01` is .NET's "no date".
 * Source: services.md 1.3 and 12.4.
 */
export function parseDate(text: string): number | null {
  const legacy = LEGACY.exec(text)?.[1];
  if (legacy !== undefined) return Math.abs(Number(legacy)) <= LAST_INSTANT ? Number(legacy) : null;
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
