import { DAY } from '../duration';

/** Clocks that differ by more are not both right, and it is not known which is wrong. */
const BELIEVE = DAY;

/** How late it is on a server (milliseconds since 1970): by what it said, if that is near what we have. */
export function serverNow({ servedAt }: { servedAt: number | null }, now: number): number {
  return servedAt !== null && Math.abs(servedAt - now) <= BELIEVE ? servedAt : now;
}
