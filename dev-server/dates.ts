export const DAY = 86_400_000;

/** A date of the wire. Some rows have no zone (services.md 3.1); they are UTC. */
export function instantOf(text: string): number {
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
}

/** SQL Server's datetime has 300 ticks a second, so 23.319 is stored, and answered, as 23.32 (services.md 1.3). */
export function sqlDateTime(instant: number): string {
  const ticks = Math.round(instant * 0.3);
  const seconds = Math.floor(ticks / 300);
  const fraction = Math.round(((ticks - seconds * 300) / 300) * 1e7);
  const digits = String(fraction).padStart(7, '0').replace(/0+$/, '');
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}${digits && `.${digits}`}Z`;
}
