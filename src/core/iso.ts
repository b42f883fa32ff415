/** The last instant of the year 9999: later ones have no ISO date that every reader knows. */
const LAST = 253_402_300_799_999;

/** An instant (milliseconds since 1970) as an ISO date in UTC; empty where there is none, or none of the years 0 to 9999. */
export function isoDate(instant: number | null): string {
  const known = instant !== null && instant <= LAST && instant >= -62_167_219_200_000;
  return known ? new Date(instant).toISOString() : '';
}

/** The day of an instant in UTC, as it stands in names of tokens: 2026-11-25. */
export const isoDay = (instant: number) => new Date(instant).toISOString().slice(0, 10);
