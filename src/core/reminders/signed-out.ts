import { DAY } from '../duration';
import type { HostId } from '../host';
import type { SignedOut } from './agenda';

/** Signed out for a shorter time is a night, or a lunch. */
export const LONG_SIGNED_OUT = DAY;

/** The hosts that do not know the user for so long that it is to be said; those where they sign in when they need it, never. */
export function longSignedOut(signedOut: SignedOut[], onDemand: readonly HostId[], now: number): SignedOut[] {
  return signedOut.filter(({ hostId, since }) => since + LONG_SIGNED_OUT <= now && !onDemand.includes(hostId));
}

/** `null` where what the host answered does not tell. */
type Answered = { hostId: HostId; isOut: boolean | null };

/** The notes of who is signed out where, after one host has answered. */
export function withAnswer(all: SignedOut[], { hostId, isOut }: Answered, now: number): SignedOut[] {
  if (isOut === null) return all;
  const before = all.find((each) => each.hostId === hostId);
  const others = all.filter((each) => each.hostId !== hostId);
  return isOut ? [...others, { hostId, since: Math.min(before?.since ?? now, now) }] : others;
}
