import { MINUTE } from './duration';

/**
 * Differences below a minute are rounding, not a decision of the server; two endpoints may write the same end
 * differently, too. Source: services.md, Readings 11.
 */
export const ROUNDING = MINUTE;

/** Whether both are the same end but for rounding; an end that could not be read is like no other. */
export function isSameEnd(end: number | null, other: number): boolean {
  return end !== null && Math.abs(end - other) < ROUNDING;
}
